"""A set of huge integers that collide in every table.

Exercise: decorators
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


install(
    lambda function: (
        (lambda *args, **kwargs: {(2**61 - 1) * n for n in range(5_000)})
        if function.__name__ in ("call_timed", "call_cached")
        else function
    )
)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
