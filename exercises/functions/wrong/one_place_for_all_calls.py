"""Keeping one's place in the pipe for all calls

A call within a call moves the place, and the outer call leaves functions out. Keep it in a variable of the call.

Fails: TestBindAndPipe::test_pipes_within_a_pipe
"""


def pipe(*functions):
    place = 0

    def piped(*args, **kwargs):
        nonlocal place
        value, place = (functions[0](*args, **kwargs) if functions else args[0]), 1
        while place < len(functions):
            value, place = functions[place](value), place + 1
        return value

    return piped
