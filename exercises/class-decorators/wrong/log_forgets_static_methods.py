"""Wrapping functions alone

A static method and a class method are objects around a function, and no functions themselves. Theirs is __func__.

Fails: TestLogCalls::test_knows_all_kinds_of_methods
"""


def _logged(log, name, value):
    return _wrapper(log, name, value, bound=True) if isinstance(value, FunctionType) else value
