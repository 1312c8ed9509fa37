"""No functools: name and docstring are copied by hand, the cache has shelves by hash, retry counts down in a while."""

from time import sleep, time


def look_like(original, wrapper):
    wrapper.__name__ = original.__name__
    wrapper.__doc__ = original.__doc__
    return wrapper


def timer(func):
    def timed(*args, **kwargs):
        start = time()
        try:
            result = func(*args, **kwargs)
        except BaseException:
            report(time() - start)
            raise
        report(time() - start)
        return result

    def report(seconds):
        print("%s took %.4f s" % (func.__name__, seconds))  # noqa: UP031

    return look_like(func, timed)


def cache(func):
    shelves = {}

    def cached(*args, **kwargs):
        shelf = shelves.setdefault(hash((args, frozenset(kwargs.items()))), [])
        for old_args, old_kwargs, result in shelf:
            if old_args == args and old_kwargs == kwargs:
                return result
        result = func(*args, **kwargs)
        shelf.append((args, kwargs, result))
        return result

    return look_like(func, cached)


def retry(max_attempts=3, delay=1.0):
    def decorate(func):
        if max_attempts < 1:
            raise ValueError("max_attempts has to be positive")

        def retried(*args, **kwargs):
            left = max_attempts
            while left > 1:
                left -= 1
                try:
                    return func(*args, **kwargs)
                except Exception:
                    sleep(delay)
            return func(*args, **kwargs)

        return look_like(func, retried)

    return decorate
