"""Ending a pipe at None

None is a result like any other, and the next function may know what to do with it.

Fails: TestBindAndPipe::test_pipes_any_object
"""


def pipe(*functions):
    first, *others = functions or (lambda value: value,)

    def piped(*args, **kwargs):
        value = first(*args, **kwargs)
        for function in others:
            if value is None:
                return None
            value = function(value)
        return value

    return piped
