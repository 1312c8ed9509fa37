"""An empty one of the same type

A default may have something in it, and a call that leaves the parameter out is to get that.

Fails: TestFreshDefaults::test_each_call_begins_anew
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    kinds = {name: type(signature.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        fresh = {name: kind() for name, kind in kinds.items() if name not in bound.arguments}
        bound.apply_defaults()
        bound.arguments.update(fresh)
        return function(*bound.args, **bound.kwargs)

    return repaired
