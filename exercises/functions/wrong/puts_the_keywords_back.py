"""Changing what was bound, and putting it back afterwards

Until then the dictionary is changed for everybody: for a call within this call as well.

Fails: TestBindAndPipe::test_binds_for_each_call_alone
"""


def bind(function, /, *args, **kwargs):
    def bound(*more, **others):
        before = dict(kwargs)
        kwargs.update(others)
        try:
            return function(*args, *more, **kwargs)
        finally:
            kwargs.clear()
            kwargs.update(before)

    return bound
