"""Calling to see whether it works

A TypeError may come from inside the function, which then has half done its work; it is taken for a missing argument and
never seen. Ask the signature before the call.

Fails: TestComposeAndCurry::test_curried_function_raises
"""

import functools


def curry(function):
    def curried(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except TypeError:
            return functools.partial(curried, *args, **kwargs)

    return curried
