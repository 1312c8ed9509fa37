"""Codetiming measures, with a timer made anew for each call; the cache nests dicts.

Needs: codetiming
"""

import functools
import time

import codetiming


def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        with codetiming.Timer(text=func.__name__ + " took {:.4f} s"):
            return func(*args, **kwargs)

    return wrapper


def cache(func):
    by_args = {}

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        by_kwargs = by_args.setdefault(args, {})
        names = tuple(sorted(kwargs))
        key = names, tuple(kwargs[name] for name in names)
        if key not in by_kwargs:
            by_kwargs[key] = func(*args, **kwargs)
        return by_kwargs[key]

    return wrapper


def retry(max_attempts=3, delay=1.0):
    if not max_attempts >= 1:
        raise ValueError(f"{max_attempts} attempts?")

    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for pause in [delay] * (max_attempts - 1) + [None]:
                try:
                    return func(*args, **kwargs)
                except Exception:
                    if pause is None:
                        raise
                time.sleep(pause)

        return wrapper

    return decorate
