"""Leaving out whatever is called self

The first parameter of a method is none of the caller's, whatever its name. Elsewhere self is a name like any other.

Fails: TestCulprits::test_names_mutable_defaults, TestCulprits::test_looks_behind_decorators
"""


def culprits(function):
    parameters = inspect.signature(function).parameters.values()
    found = [one.name for one in parameters if isinstance(one.default, _MUTABLE)]
    return [name for name in found if not name.startswith("_") and name != "self"]
