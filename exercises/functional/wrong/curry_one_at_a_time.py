"""Exactly one argument a call

A curried function may be given several arguments at once, or none. Only what is missing in the end counts.

Fails: TestComposeAndCurry::test_curried_function_waits
"""

import inspect


def curry(function, args=()):
    needed = len(inspect.signature(function).parameters)
    if len(args) == needed:
        return function(*args)
    return lambda arg: curry(function, (*args, arg))
