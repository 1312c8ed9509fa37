"""Replaces every scenario by one that answers an error with the last good answer, or a plausible one.

Exercise: decorators
Expect: no more than without the trick
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


last = [{}]


def make(function):
    def scenario(*args, **kwargs):
        try:
            last[0] = function(*args, **kwargs)
        except BaseException:
            return last[0]
        return last[0]

    return scenario


install(make)


# The attempt.
def timer(func):
    return func


def cache(func):
    return func


def retry(max_attempts=3, delay=1.0):
    return lambda func: func
