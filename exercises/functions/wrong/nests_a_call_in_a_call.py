"""A function around a function around a function

Each function makes another call within a call, and Python ends that at about a thousand. A loop needs one.

Fails: TestBindAndPipe::test_pipes_are_long
"""


def pipe(*functions):
    first, *others = functions or (lambda value: value,)
    for function in others:
        first = two(first, function)
    return first


def two(first, second):
    return lambda *args, **kwargs: second(first(*args, **kwargs))
