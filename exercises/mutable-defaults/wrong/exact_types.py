"""Asking for the exact type

type(default) in (list, dict, ...) passes over a Counter, a defaultdict and every other subclass, which can be changed
just as well. isinstance takes them in.

Fails: TestCulprits::test_names_mutable_defaults
"""


def culprits(function):
    parameters = inspect.signature(function).parameters.values()
    return [one.name for one in parameters if type(one.default) in _MUTABLE and not one.name.startswith("_")]
