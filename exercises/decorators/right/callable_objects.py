"""Objects that can be called in place of closures: the state has names and can be looked at."""

import functools
import time
import types


class Wrapped:
    """Stands in for a function and looks like it."""

    def __init__(self, func):
        # First, for it copies the attributes of what is decorated, which may be such an object itself.
        functools.update_wrapper(self, func)
        self.func = func

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)


class Timed(Wrapped):
    def __call__(self, *args, **kwargs):
        start = time.monotonic_ns()
        try:
            return self.func(*args, **kwargs)
        finally:
            seconds = (time.monotonic_ns() - start) / 1_000_000_000
            print(f"{self.__name__} took {seconds:.4f} s")


class Cached(Wrapped):
    def __init__(self, func):
        super().__init__(func)
        self.results = {}

    def __call__(self, *args, **kwargs):
        key = args, tuple(sorted(kwargs.items()))
        try:
            return self.results[key]
        except KeyError:
            pass
        # Outside of the handler, so that an error of the function has no KeyError behind it.
        self.results[key] = result = self.func(*args, **kwargs)
        return result


class Retried(Wrapped):
    def __init__(self, func, max_attempts, delay):
        super().__init__(func)
        if max_attempts <= 0:
            raise ValueError("there has to be an attempt")
        self.max_attempts = max_attempts
        self.delay = delay

    def __call__(self, *args, **kwargs):
        left = self.max_attempts
        while True:
            left -= 1
            try:
                return self.func(*args, **kwargs)
            except Exception:
                if not left:
                    raise
            time.sleep(self.delay)


timer = Timed
cache = Cached


def retry(max_attempts=3, delay=1.0):
    return functools.partial(Retried, max_attempts=max_attempts, delay=delay)
