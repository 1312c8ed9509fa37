"""Wrapping built-in functions

A built-in function in a class gets no instance when it is called on one. Wrapped by a function of def, it
does.

Fails: TestLogCalls::test_knows_all_kinds_of_methods
"""

from inspect import isroutine


def _logged(log, name, value):
    if isinstance(value, staticmethod | classmethod):
        return type(value)(_wrapper(log, name, value.__func__, bound=isinstance(value, classmethod)))
    return _wrapper(log, name, value, bound=True) if isroutine(value) else value
