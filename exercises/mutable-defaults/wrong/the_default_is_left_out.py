"""Taking the default itself for nothing given

A caller may have given the very object that is the default. What was given is in the arguments that bind found.

Fails: TestFreshDefaults::test_hands_on_the_very_arguments
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    defaults = {name: signature.parameters[name].default for name in culprits(function)}
    kept = deepcopy(defaults)

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, default in defaults.items():
            if bound.arguments[name] is default:
                bound.arguments[name] = deepcopy(kept[name])
        return function(*bound.args, **bound.kwargs)

    return repaired
