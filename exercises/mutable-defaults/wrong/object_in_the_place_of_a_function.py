"""An object with __call__ as the repaired function

Only functions become methods: an object in a class is called without self. Return a function.

Fails: TestFreshDefaults::test_serves_as_a_method
"""

from functools import update_wrapper


class fresh_defaults:  # noqa: N801
    def __init__(self, function):
        update_wrapper(self, function)
        self._function, self._signature = function, inspect.signature(function)
        self._kept = {name: deepcopy(self._signature.parameters[name].default) for name in culprits(function)}

    def __call__(self, /, *args, **kwargs):
        bound = self._signature.bind(*args, **kwargs)
        fresh = {name: deepcopy(default) for name, default in self._kept.items() if name not in bound.arguments}
        bound.apply_defaults()
        bound.arguments.update(fresh)
        return self._function(*bound.args, **bound.kwargs)
