"""Copying the defaults when decorating

That makes one copy for all calls, which is as shared as the default was. Copy in each call.

Fails: TestFreshDefaults::test_each_call_begins_anew
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    fresh = {name: deepcopy(signature.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        missing = {name: default for name, default in fresh.items() if name not in bound.arguments}
        bound.apply_defaults()
        bound.arguments.update(missing)
        return function(*bound.args, **bound.kwargs)

    return repaired
