"""Putting the defaults back after each call

What a caller got is the default itself, and is changed under their hands when it is put back.

Fails: TestFreshDefaults::test_each_call_begins_anew
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    defaults = {name: signature.parameters[name].default for name in culprits(function)}
    kept = deepcopy(defaults)

    @wraps(function)
    def repaired(*args, **kwargs):
        for name, default in defaults.items():
            default.clear()
            (default.extend if isinstance(default, list) else default.update)(deepcopy(kept[name]))
        return function(*args, **kwargs)

    return repaired
