"""Taking what has a __wrapped__ for logged already

Every method with a decorator of its own has one, if that uses functools.wraps.

Fails: TestLogCalls::test_knows_all_kinds_of_methods
"""

from types import FunctionType


def _logged(log, name, value):
    if hasattr(value, "__wrapped__") and isinstance(value, FunctionType):
        return value
    if isinstance(value, staticmethod | classmethod):
        return type(value)(_wrapper(log, name, value.__func__, bound=isinstance(value, classmethod)))
    return _wrapper(log, name, value, bound=True) if isinstance(value, FunctionType) else value
