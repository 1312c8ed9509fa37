"""Half of a surrogate pair, which no encoder takes, where a message is shown.

Exercise: descriptors
Expect: 0 points, failed
"""

# The trick.
import sys
import types


def hijack(namespace, make):
    for name, function in list(namespace.items()):
        if isinstance(function, types.FunctionType) and function.__code__.co_filename.endswith("scenarios.py"):
            if not name.startswith("_"):
                namespace[name] = make(function)


def install(make):
    frame = sys._getframe(1)
    while frame:
        for held in [*frame.f_locals.values(), frame.f_globals]:
            if isinstance(held, types.ModuleType) and held.__name__ == "scenarios":
                hijack(vars(held), make)
        frame = frame.f_back


HALF = chr(0xD800) * 3


install(lambda function: lambda *args, **kwargs: HALF)


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
