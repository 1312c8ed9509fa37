"""Copying every argument that can be changed

What was given reaches the function as it is: the caller may want it filled. Only what was left out is replaced.

Fails: TestFreshDefaults::test_hands_on_the_very_arguments
"""


def fresh_defaults(function):
    signature = inspect.signature(function)
    kept = {name: deepcopy(signature.parameters[name].default) for name in culprits(function)}

    @wraps(function)
    def repaired(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        fresh = {name: deepcopy(bound.arguments.get(name, default)) for name, default in kept.items()}
        bound.apply_defaults()
        bound.arguments.update(fresh)
        return function(*bound.args, **bound.kwargs)

    return repaired
