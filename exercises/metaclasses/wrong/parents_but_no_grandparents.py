"""Looking into the bases themselves

vars(base) has what that class defines, not what it inherits. Its __mro__ has all of them.

Fails: TestValidatedMeta::test_inherits_validate
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *map(vars, bases)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
