"""type.__new__ instead of super().__new__

A metaclass that is derived from two leaves the second one out then: what it checks is never checked. super() asks the
next one, whoever that is.

Fails: TestSingletonMeta::test_metaclasses_can_be_combined
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
        return type.__new__(mcs, name, bases, namespace, **kwargs)
