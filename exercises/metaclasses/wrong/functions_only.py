"""Functions alone count

Whatever can be called is a method when it is looked up: a static method, a class method, a partial object.

Fails: TestValidatedMeta::test_a_class_needs_validate
"""

from types import FunctionType


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not isinstance(found, FunctionType):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
