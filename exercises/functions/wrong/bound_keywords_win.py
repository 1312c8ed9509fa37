"""Putting the bound keywords over those of the call

In {**others, **kwargs} the later one wins, so a call can't change what was bound. Write them the other way round.

Fails: TestBindAndPipe::test_binds_arguments
"""


def bind(function, /, *args, **kwargs):
    return lambda *more, **others: function(*args, *more, **{**others, **kwargs})
