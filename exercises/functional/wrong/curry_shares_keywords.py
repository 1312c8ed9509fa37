"""One dict of keywords for all calls

The tuple of arguments is new in every stage, but the dict is always the same, and update changes it for everybody.
Merge into a new one.

Fails: TestComposeAndCurry::test_curried_function_goes_on_in_several_ways
"""

import inspect


def curry(function, args=(), kwargs=None):
    kwargs = {} if kwargs is None else kwargs
    signature = inspect.signature(function)

    def curried(*more, **named):
        kwargs.update(named)
        try:
            signature.bind(*args, *more, **kwargs)
        except TypeError:
            return curry(function, args + more, kwargs)
        return function(*args, *more, **kwargs)

    return curried
