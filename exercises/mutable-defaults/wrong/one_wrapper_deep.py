"""Looking behind one wrapper

A function may be decorated more than once, and the original is behind all of them: inspect.signature and
inspect.unwrap go all the way.

Fails: TestCulprits::test_looks_behind_decorators
"""


def culprits(function):
    function = getattr(function, "__wrapped__", function)
    parameters = inspect.signature(function, follow_wrapped=False).parameters.values()
    return [one.name for one in parameters if isinstance(one.default, _MUTABLE) and not one.name.startswith("_")]
