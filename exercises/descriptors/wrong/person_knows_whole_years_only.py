"""Checking a person's age with `in range`

A range holds whole numbers only, so an age of 36.5 is refused when the person is made, though the attribute itself
accepts it. The descriptor has the bounds: assigning is check enough.

Fails: TestClasses::test_person_checks_the_age
"""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError("min_value must not be above max_value")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.name in vars(obj):
            return vars(obj)[self.name]
        raise AttributeError(f"{self.name} has no value")

    def __set__(self, obj, value):
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj):
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")
        del vars(obj)[self.name]


class Person:
    age = ValidatedAttribute(0, 150)

    def __init__(self, age):
        if age not in range(0, 151):
            raise ValueError(f"age must be at least 0 and at most 150, not {age}")
        self.age = age
