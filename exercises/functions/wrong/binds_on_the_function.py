"""Keeping the arguments on the function itself

The function is one object, however often it is bound: the second bind replaces what the first one kept.

Fails: TestBindAndPipe::test_binds_apart
"""


def bind(function, /, *args, **kwargs):
    function.bound = args, kwargs

    def bound(*more, **others):
        args, kwargs = function.bound
        return function(*args, *more, **{**kwargs, **others})

    return bound
