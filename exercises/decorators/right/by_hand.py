"""No functools: name and docstring are copied by hand, the cache is a list, retry calls itself."""

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
    known = []

    def cached(*args, **kwargs):
        for old_args, old_kwargs, result in known:
            if old_args == args and old_kwargs == kwargs:
                return result
        result = func(*args, **kwargs)
        known.append((args, kwargs, result))
        return result

    return look_like(func, cached)


def retry(max_attempts=3, delay=1.0):
    def decorate(func):
        if max_attempts < 1:
            raise ValueError("max_attempts has to be positive")

        def attempt(left, args, kwargs):
            try:
                return func(*args, **kwargs)
            except Exception:
                if left == 1:
                    raise
            sleep(delay)
            return attempt(left - 1, args, kwargs)

        def retried(*args, **kwargs):
            return attempt(max_attempts, args, kwargs)

        return look_like(func, retried)

    return decorate
