"""Gives each instance a small Parameterized object of its own, whose Number checks the bounds.

Needs: param
"""

import param


class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"{min_value} to {max_value} is no range")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner, name):
        # A number has a default, and the default is checked, too: so it is one of the bounds.
        bounds = (self.min_value, self.max_value)
        default = next((bound for bound in bounds if bound is not None), 0)
        number = param.Number(default=default, bounds=bounds)
        self.attribute = name
        self.cell_class = type("Cell", (param.Parameterized,), {name: number})

    def __get__(self, obj, objtype=None):
        return self if obj is None else getattr(self._cell(obj), self.attribute)

    def __set__(self, obj, value):
        cell = self.cell_class(**{self.attribute: value})
        obj.__dict__[self.attribute] = cell

    def __delete__(self, obj):
        self._cell(obj)
        del obj.__dict__[self.attribute]

    def _cell(self, obj):
        if self.attribute not in obj.__dict__:
            raise AttributeError(f"{type(obj).__name__}.{self.attribute} is empty")
        return obj.__dict__[self.attribute]


class Person:
    age = ValidatedAttribute(min_value=0, max_value=150)

    def __init__(self, age):
        self.age = age
