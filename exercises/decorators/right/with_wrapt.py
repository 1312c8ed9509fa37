"""Wrapt makes the wrappers: proxies that also keep the signature.

Needs: wrapt
"""

import time

import wrapt


@wrapt.decorator
def timer(wrapped, instance, args, kwargs):
    start = time.thread_time()
    try:
        return wrapped(*args, **kwargs)
    finally:
        print(f"{wrapped.__name__} took {time.thread_time() - start:.4f} s")


def cache(func):
    results = {}

    @wrapt.decorator
    def remember(wrapped, instance, args, kwargs):
        key = (instance, args, frozenset(kwargs), frozenset(kwargs.items()))
        if key in results:
            return results[key]
        return results.setdefault(key, wrapped(*args, **kwargs))

    return remember(func)


def retry(max_attempts=3, delay=1.0):
    if max_attempts < 1:
        raise ValueError("at least one attempt is needed")

    @wrapt.decorator
    def try_again(wrapped, instance, args, kwargs):
        pauses = [delay] * (max_attempts - 1)
        while pauses:
            try:
                return wrapped(*args, **kwargs)
            except Exception:
                time.sleep(pauses.pop())
        return wrapped(*args, **kwargs)

    return try_again
