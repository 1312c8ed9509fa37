"""Tenacity repeats the calls, with the last error raised as it was.

Needs: tenacity
"""

import functools
import time

import tenacity


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.process_time()
        try:
            return func(*args, **kwargs)
        finally:
            print(func.__name__, "took", format(time.process_time() - start, ".4f"), "s")

    return wrapper


def cache(func):
    missing = object()
    results = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        key = args, frozenset(kwargs.items())
        result = results.get(key, missing)
        if result is missing:
            result = results[key] = func(*args, **kwargs)
        return result

    return wrapper


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError("at least one attempt is needed")
    return tenacity.retry(
        stop=tenacity.stop_after_attempt(max_attempts),
        wait=tenacity.wait_fixed(delay),
        reraise=True,
    )
