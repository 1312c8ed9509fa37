"""Keeps each value in an ordinary attribute of the instance, under a private name."""


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if None not in (min_value, max_value) and max_value < min_value:
            raise ValueError("the bounds are the wrong way round")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        self.public_name = name
        self.private_name = "_" + name

    def __get__(self, obj, objtype=None):
        return self if obj is None else getattr(obj, self.private_name)

    def __set__(self, obj, value):
        low = float("-inf") if self.min_value is None else self.min_value
        high = float("inf") if self.max_value is None else self.max_value
        if not low <= value <= high:
            raise ValueError(f"{self.public_name}: {value} is not in [{low}, {high}]")
        setattr(obj, self.private_name, value)

    def __delete__(self, obj):
        delattr(obj, self.private_name)


class Person:
    age = ValidatedAttribute(min_value=0, max_value=150)

    def __init__(self, age):
        self.age = age
