"""Parameters that take the keywords of a base

A class statement may have keywords called name or bases, meant for a base. The metaclass takes its own arguments by
their places: a / behind them leaves all names to the keywords.

Fails: TestValidatedMeta::test_a_refused_class_is_never_made
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        found = next((space["validate"] for space in spaces if "validate" in space), None)
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
