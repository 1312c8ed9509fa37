"""A descriptor that checks the numbers assigned to it, and a class that uses it."""

from typing import Self, overload


class ValidatedAttribute:
    """An attribute that accepts only numbers from `min_value` to `max_value`, both included.

    The value lies in the instance's own dictionary, under the attribute's name. Since the class
    has `__set__`, Python asks the descriptor before it looks there.
    """

    def __init__(self, min_value: float | None = None, max_value: float | None = None) -> None:
        if min_value is not None and max_value is not None and min_value > max_value:
            raise ValueError(f"min_value {min_value} is above max_value {max_value}")
        self.min_value = min_value
        self.max_value = max_value

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, obj: None, objtype: type | None = None) -> Self: ...

    @overload
    def __get__(self, obj: object, objtype: type | None = None) -> float: ...

    def __get__(self, obj: object | None, objtype: type | None = None) -> Self | float:
        if obj is None:
            return self
        self._require_value(obj)
        value: float = vars(obj)[self.name]
        return value

    def __set__(self, obj: object, value: float) -> None:
        if self.min_value is not None and value < self.min_value:
            raise ValueError(f"{self.name} must be at least {self.min_value}, not {value}")
        if self.max_value is not None and value > self.max_value:
            raise ValueError(f"{self.name} must be at most {self.max_value}, not {value}")
        vars(obj)[self.name] = value

    def __delete__(self, obj: object) -> None:
        self._require_value(obj)
        del vars(obj)[self.name]

    def _require_value(self, obj: object) -> None:
        if self.name not in vars(obj):
            raise AttributeError(f"{self.name} has no value")


class Person:
    """Somebody with an `age` from 0 to 150."""

    age = ValidatedAttribute(min_value=0, max_value=150)

    def __init__(self, age: float) -> None:
        self.age = age
