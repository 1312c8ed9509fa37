"""Copying the default as it is by now

The original is still there, and whoever calls it changes its default. Copy it when decorating, and then that copy.

Fails: TestFreshDefaults::test_leaves_other_defaults_alone
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    found = culprits(function)

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        missing = [name for name in found if name not in bound.arguments]
        bound.apply_defaults()
        bound.arguments.update({name: deepcopy(signature.parameters[name].default) for name in missing})
        return function(*bound.args, **bound.kwargs)

    return repaired
