"""Updating the keywords that were bound

The dictionary belongs to all calls: a keyword of one call is still there in the next. Make a new dictionary for each
call.

Fails: TestBindAndPipe::test_binds_arguments
"""


def bind(function, /, *args, **kwargs):
    def bound(*more, **others):
        kwargs.update(others)
        return function(*args, *more, **kwargs)

    return bound
