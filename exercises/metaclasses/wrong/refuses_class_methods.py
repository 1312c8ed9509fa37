"""callable() for a class method

In a namespace a class method is not bound yet, and what is not bound can't be called. Ask for the kind, or ask the
finished attribute.

Fails: TestValidatedMeta::test_a_class_needs_validate
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        if not callable(next((space["validate"] for space in spaces if "validate" in space), None)):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
