"""Keeping an iterator of the functions

The first call goes through it, and for the second call nothing is left. Keep the tuple, and go through it in each call.

Fails: TestBindAndPipe::test_pipes_from_left_to_right, TestBindAndPipe::test_pipes_any_object,
    TestBindAndPipe::test_pipes_are_long
"""


def pipe(*functions):
    left = iter(functions or (lambda value: value,))
    first = next(left)

    def piped(*args, **kwargs):
        value = first(*args, **kwargs)
        for function in left:
            value = function(value)
        return value

    return piped
