"""Asking the default for truth

`if default` passes over [] and {}, the very ones that cause the trouble, and some objects refuse to answer.

Fails: TestCulprits::test_names_mutable_defaults
"""


def culprits(function):
    parameters = inspect.signature(function).parameters.values()
    return [
        one.name
        for one in parameters
        if one.default and isinstance(one.default, _MUTABLE) and not one.name.startswith("_")
    ]
