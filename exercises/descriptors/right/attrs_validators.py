"""Leaves the comparison, and the wording of the refusal, to the validators of attrs.

Needs: attrs
"""

from attrs import validators


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value
        self.validators = []
        if min_value is not None:
            self.validators.append(validators.ge(min_value))
        if max_value is not None:
            self.validators.append(validators.le(max_value))
            if min_value is not None:
                self.name = "max_value"
                self.validators[0](None, self, max_value)

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.name in obj.__dict__:
            return obj.__dict__[self.name]
        raise AttributeError(f"nothing was assigned to {self.name}", name=self.name, obj=obj)

    def __set__(self, obj, value):
        for validate in self.validators:
            validate(obj, self, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        if obj.__dict__.pop(self.name, self) is self:
            raise AttributeError(f"nothing was assigned to {self.name}", name=self.name, obj=obj)


class Person:
    age = ValidatedAttribute(min_value=0, max_value=150)

    def __init__(self, age):
        self.age = age
