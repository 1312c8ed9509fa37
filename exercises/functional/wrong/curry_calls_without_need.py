"""Calling as soon as it is curried

A function that needs no argument is complete from the start, but curry itself calls nothing: the first call does, and
may bring arguments.

Fails: TestComposeAndCurry::test_curried_function_waits
"""

import inspect


def curry(function, *args, **kwargs):
    try:
        inspect.signature(function).bind(*args, **kwargs)
    except TypeError:
        return lambda *more, **named: curry(function, *args, *more, **kwargs, **named)
    return function(*args, **kwargs)
