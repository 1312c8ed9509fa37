"""Blaming what is shared on purpose

A name that begins with an underscore says that the default is meant to be shared, a cache for instance.

Fails: TestCulprits::test_names_mutable_defaults, TestFreshDefaults::test_leaves_other_defaults_alone
"""


def culprits(function):
    parameters = inspect.signature(function).parameters.values()
    return [one.name for one in parameters if isinstance(one.default, _MUTABLE)]
