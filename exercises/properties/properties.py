"""A temperature on three scales, a series that remembers its summary, and a member with a nickname."""

from collections.abc import Callable, Iterable
from typing import Any


class Temperature:
    """One temperature, to be read and assigned in `celsius`, `fahrenheit` and `kelvin`."""

    def __init__(self, celsius: float = 0) -> None:
        raise NotImplementedError

    @property
    def celsius(self) -> float:
        raise NotImplementedError

    @celsius.setter
    def celsius(self, value: float) -> None:
        raise NotImplementedError

    @property
    def fahrenheit(self) -> float:
        raise NotImplementedError

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        raise NotImplementedError

    @property
    def kelvin(self) -> float:
        raise NotImplementedError

    @kelvin.setter
    def kelvin(self, value: float) -> None:
        raise NotImplementedError


class Series:
    """Readings, and a summary that is computed when it is needed and remembered as long as it is right.

    `readings` and `summarize` can be assigned; `summary` can be read, and deleted to forget it.
    """

    def __init__(self, readings: Iterable[Any], summarize: Callable[[tuple[Any, ...]], Any]) -> None:
        raise NotImplementedError

    def add(self, reading: Any) -> None:
        """Put one more reading at the end."""
        raise NotImplementedError


class Member:
    """Has a `number` for good, a `name`, and a `nickname`, which is the name as long as there is no other."""

    def __init__(self, number: Any, name: Any) -> None:
        raise NotImplementedError
