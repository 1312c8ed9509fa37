"""All bases before all grandparents

An instance asks the first base and all that this one inherits, and only then the second base.

Fails: TestValidatedMeta::test_inherits_validate
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *map(vars, bases), *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
