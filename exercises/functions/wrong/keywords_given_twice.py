"""Unpacking both dictionaries in the call

f(**kwargs, **others) is a TypeError where both have a keyword. Merge them first; in {**kwargs, **others} the later one
wins.

Fails: TestBindAndPipe::test_binds_arguments
"""


def bind(function, /, *args, **kwargs):
    return lambda *more, **others: function(*args, *more, **kwargs, **others)
