"""Waiting for parameters that have a default

A parameter with a default needs no argument, and *args needs none either. Count those that the function can't do
without.

Fails: TestComposeAndCurry::test_curried_function_waits
"""

import functools
import inspect


def curry(function):
    count = len(inspect.signature(function).parameters)

    def curried(*args, **kwargs):
        if len(args) + len(kwargs) >= count:
            return function(*args, **kwargs)
        return functools.partial(curried, *args, **kwargs)

    return curried
