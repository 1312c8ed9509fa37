"""Cachetools remembers the results, in a plain dict that never forgets.

Needs: cachetools
"""

import functools
import itertools
import time

import cachetools


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter_ns()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {(time.perf_counter_ns() - start) / 10**9:.4f} s")

    return wrapper


def cache(func):
    return cachetools.cached(cache={})(func)


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError("at least one attempt is needed")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in itertools.count(1):
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if attempt == max_attempts:
                        raise
                    time.sleep(delay)

        return wrapper

    return decorate
