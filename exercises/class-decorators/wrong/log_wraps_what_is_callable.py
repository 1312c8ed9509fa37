"""Wrapping whatever can be called

A nested class and a partial function can be called, and are no methods: wrapped, they get an instance in front of
their arguments.

Fails: TestLogCalls::test_knows_all_kinds_of_methods
"""


def _logged(log, name, value):
    if isinstance(value, staticmethod | classmethod):
        return type(value)(_wrapper(log, name, value.__func__, bound=isinstance(value, classmethod)))
    return _wrapper(log, name, value, bound=True) if callable(value) else value
