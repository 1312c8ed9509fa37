"""Calling the last function first

f(g(h(x))) is how composition is written in mathematics. A pipe goes through its functions as they stand there.

Fails: TestBindAndPipe::test_pipes_from_left_to_right, TestBindAndPipe::test_pipes_any_object
"""


def pipe(*functions):
    *others, first = functions or (lambda value: value,)

    def piped(*args, **kwargs):
        value = first(*args, **kwargs)
        for function in reversed(others):
            value = function(value)
        return value

    return piped
