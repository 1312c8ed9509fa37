"""Counting by __code__

Only a plain function has a __code__, and that of a method counts self as well. inspect.signature knows methods, classes
and whatever else can be called.

Fails: TestComposeAndCurry::test_curried_function_waits
"""

import functools


def curry(function):
    count = function.__code__.co_argcount - len(function.__defaults__ or ())

    def curried(*args, **kwargs):
        if len(args) + len(kwargs) >= count:
            return function(*args, **kwargs)
        return functools.partial(curried, *args, **kwargs)

    return curried
