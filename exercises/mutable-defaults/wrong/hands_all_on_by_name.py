"""Handing the fresh ones on by name

A parameter that was given by position gets a second value, and one that comes by position only has no name. bind says
what was given, and how to call.

Fails: TestFreshDefaults::test_each_call_begins_anew, TestFreshDefaults::test_knows_all_kinds_of_parameters
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    defaults = {name: deepcopy(signature.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args, **kwargs):
        fresh = {name: deepcopy(default) for name, default in defaults.items() if name not in kwargs}
        return function(*args, **fresh, **kwargs)

    return repaired
