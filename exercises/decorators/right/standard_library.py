"""The standard library does most of it: a context manager as a decorator, and lru_cache."""

import contextlib
import functools
import sys
import timeit
from time import sleep


def timer(func):
    @contextlib.contextmanager
    def clock():
        start = timeit.default_timer()
        try:
            yield
        finally:
            sys.stdout.write(f"{func.__name__} took {timeit.default_timer() - start:.4f} s\n")

    return clock()(func)


cache = functools.lru_cache(maxsize=None)


def retry(max_attempts=3, delay=1.0):
    if max_attempts not in range(1, sys.maxsize):
        raise ValueError(max_attempts)

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            error = None
            for attempt in range(max_attempts):
                if attempt:
                    sleep(delay)
                try:
                    result = func(*args, **kwargs)
                except Exception as failure:
                    error = failure
                else:
                    return result
            raise error

        return wrapper

    return decorate
