"""Checking the class when it is made

super().__new__ has told every __init_subclass__ of it by then, and a base that keeps a list of its subclasses keeps the
refused one. Check first.

Fails: TestValidatedMeta::test_a_refused_class_is_never_made
"""


class ValidatedMeta(type):
    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
