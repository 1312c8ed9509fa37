"""Naming the first of the arguments

A parameter of one's own takes a keyword of that name away from kwargs, and writes it without its name.

Fails: TestArguments::test_writes_arguments
"""

_NOTHING = object()


def process_args(name=_NOTHING, *args, **kwargs):
    args = args if name is _NOTHING else (name, *args)
    return ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])
