"""Putting the bound arguments behind

What was bound comes first, and the arguments of the call follow.

Fails: TestBindAndPipe::test_binds_arguments, TestBindAndPipe::test_binds_apart
"""


def bind(function, /, *args, **kwargs):
    return lambda *more, **others: function(*more, *args, **{**kwargs, **others})
