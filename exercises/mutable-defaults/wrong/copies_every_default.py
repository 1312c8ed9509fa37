"""Copying every default

A default that is no culprit's may be shared on purpose, and is to stay the very object.

Fails: TestFreshDefaults::test_leaves_other_defaults_alone
"""


def fresh_defaults(function):
    signature = inspect.signature(function)

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        given = set(bound.arguments)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            if name not in given:
                bound.arguments[name] = deepcopy(value)
        return function(*bound.args, **bound.kwargs)

    return repaired
