"""Backoff repeats the calls, at a constant interval and without jitter.

Needs: backoff
"""

import functools
import time

import backoff


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.time_ns()
        try:
            return func(*args, **kwargs)
        finally:
            print(f"{func.__name__} took {(time.time_ns() - start) / 1e9:.4f} s")

    return wrapper


cache = functools.cache


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError("at least one attempt is needed")
    return backoff.on_exception(backoff.constant, Exception, max_tries=max_attempts, interval=delay, jitter=None)
