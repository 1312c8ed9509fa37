"""Asking only whether the name is there

validate = None is the way to say that a class can not be validated. Whether it can be called is the question.

Fails: TestValidatedMeta::test_a_class_needs_validate, TestValidatedMeta::test_inherits_validate
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        spaces = [namespace, *(vars(one) for base in bases for one in base.__mro__)]
        if not any("validate" in space for space in spaces):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
