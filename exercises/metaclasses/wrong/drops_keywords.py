"""Taking the keywords and not handing them on

class User(Base, table="users") gives them to the metaclass, and it is type.__new__ that hands them to
__init_subclass__, if it gets them.

Fails: TestValidatedMeta::test_a_refused_class_is_never_made
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace)
