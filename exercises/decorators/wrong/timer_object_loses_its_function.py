"""Letting update_wrapper replace the function

`functools.update_wrapper` also copies the attributes of what is decorated. If that is an object of the same kind, it
brings its own `func`, and the decorator in between is skipped. Set `self.func` afterwards.

Fails: TestAllThree::test_go_on_top_of_each_other
"""

import functools
import time
import types


class Decorated:
    def __init__(self, func):
        self.func = func
        functools.update_wrapper(self, func)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)


class timer(Decorated):
    def __call__(self, *args, **kwargs):
        start = time.perf_counter()
        try:
            return self.func(*args, **kwargs)
        finally:
            print(f"{self.__name__} took {time.perf_counter() - start:.4f} s")


class cache(Decorated):
    def __init__(self, func):
        super().__init__(func)
        self.results = {}

    def __call__(self, *args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in self.results:
            self.results[key] = self.func(*args, **kwargs)
        return self.results[key]
