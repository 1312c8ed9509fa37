"""One valid base is enough

An instance finds the first validate and no other: where the first base says None, the second one's method is hidden.

Fails: TestValidatedMeta::test_inherits_validate
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = [space["validate"] for space in spaces if "validate" in space]
        if not any(callable(one) or isinstance(one, classmethod) for one in found):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
