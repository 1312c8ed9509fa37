"""Keeps the values in the descriptor, by the identity of the instance; a weak reference clears up.

Nothing is written into the instance.
"""

import weakref


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        bounds = [bound for bound in (min_value, max_value) if bound is not None]
        if bounds != sorted(bounds):
            raise ValueError(f"no number lies between {min_value} and {max_value}")
        self.min_value = min_value
        self.max_value = max_value
        self.values = {}
        self.finalizers = {}

    def __set_name__(self, owner, name):
        self.label = f"{owner.__name__}.{name}"

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        try:
            return self.values[id(obj)]
        except KeyError:
            raise AttributeError(f"{self.label} is not set") from None

    def __set__(self, obj, value):
        if self.min_value is not None and not value >= self.min_value:
            raise ValueError(f"{self.label}: {value!r} is less than {self.min_value!r}")
        if self.max_value is not None and not value <= self.max_value:
            raise ValueError(f"{self.label}: {value!r} is more than {self.max_value!r}")
        if id(obj) not in self.values:
            self.finalizers[id(obj)] = weakref.finalize(obj, self.forget, id(obj))
        self.values[id(obj)] = value

    def __delete__(self, obj):
        if id(obj) not in self.values:
            raise AttributeError(f"{self.label} is not set")
        self.finalizers[id(obj)]()

    def forget(self, key):
        del self.values[key], self.finalizers[key]


class Person:
    age = ValidatedAttribute(0, 150)

    def __init__(self, age):
        self.age = age
