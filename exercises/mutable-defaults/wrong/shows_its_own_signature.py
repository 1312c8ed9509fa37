"""A wrapper without wraps

The repaired function is called `repaired`, has no docstring, and help shows *args and **kwargs.

Fails: TestFreshDefaults::test_looks_as_before
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    defaults = {name: deepcopy(signature.parameters[name].default) for name in culprits(function)}

    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        fresh = {name: deepcopy(default) for name, default in defaults.items() if name not in bound.arguments}
        bound.apply_defaults()
        bound.arguments.update(fresh)
        return function(*bound.args, **bound.kwargs)

    return repaired
