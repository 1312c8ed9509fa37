"""One argument for the pipe

The first function may take any arguments, by position and by name; one result goes on from there.

Fails: TestBindAndPipe::test_pipes_from_left_to_right
"""


def pipe(*functions):
    def piped(value):
        for function in functions:
            value = function(value)
        return value

    return piped
