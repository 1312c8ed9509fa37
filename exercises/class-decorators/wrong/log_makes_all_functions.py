"""Putting a function in the place of a static method

What was a static method gets the instance as its first argument then. Put the wrapper back as what it was.

Fails: TestLogCalls::test_knows_all_kinds_of_methods
"""


def _logged(log, name, value):
    if isinstance(value, staticmethod | classmethod):
        return _wrapper(log, name, value.__func__, bound=isinstance(value, classmethod))
    return _wrapper(log, name, value, bound=True) if isinstance(value, FunctionType) else value
