"""Putting an object in the place of a method

Python makes a method of what has `__get__`, as functions do. An object with `__call__` alone is called without
the instance that it was reached through.

Fails: TestAllThree::test_decorate_methods
"""

import functools
import time


class cache:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.results = {}

    def __call__(self, *args, **kwargs):
        key = (args, frozenset(kwargs.items()))
        if key not in self.results:
            self.results[key] = self.func(*args, **kwargs)
        return self.results[key]
