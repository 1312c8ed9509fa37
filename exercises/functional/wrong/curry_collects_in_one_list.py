"""One list of arguments for all calls

A stage that appends to its list changes what it was itself: the next call finds the arguments of this one. Make a new
stage from the old arguments and the new ones.

Fails: TestComposeAndCurry::test_curried_function_goes_on_in_several_ways
"""

import inspect


def curry(function):
    collected, named = [], {}
    signature = inspect.signature(function)

    def curried(*args, **kwargs):
        collected.extend(args)
        named.update(kwargs)
        try:
            signature.bind(*collected, **named)
        except TypeError:
            return curried
        return function(*collected, **named)

    return curried
