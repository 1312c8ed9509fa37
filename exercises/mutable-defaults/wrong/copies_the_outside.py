"""Copying the outer list or dictionary alone

default.copy() is a new dictionary around the same lists: what is nested stays shared. deepcopy copies all of it.

Fails: TestFreshDefaults::test_each_call_begins_anew
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    defaults = {name: deepcopy(signature.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        fresh = {name: default.copy() for name, default in defaults.items() if name not in bound.arguments}
        bound.apply_defaults()
        bound.arguments.update(fresh)
        return function(*bound.args, **bound.kwargs)

    return repaired
