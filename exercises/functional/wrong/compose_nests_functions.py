"""A function around a function around a function

Each layer is a call within a call, and a thousand layers are too many. A loop over the functions has no depth.

Fails: TestComposeAndCurry::test_composes_thousands
"""

from functools import reduce


def compose(*functions):
    if not functions:
        return lambda value: value
    return reduce(lambda outer, inner: lambda *args, **kwargs: outer(inner(*args, **kwargs)), functions)
