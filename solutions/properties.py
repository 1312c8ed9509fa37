"""A temperature on three scales, a series that remembers its summary, and a member with a nickname."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

ZERO_CELSIUS = Fraction("273.15")  # in kelvin

Summarize = Callable[[tuple[Any, ...]], Any]


def exact(number: float | Fraction) -> Fraction:
    """The number as it is written; ValueError for nan."""
    return Fraction(str(number))


class Temperature:
    """One temperature, to be read and assigned in `celsius`, `fahrenheit` and `kelvin`.

    It is kept once and exactly, so that scales agree and no conversion loses a digit.
    """

    def __init__(self, celsius: float = 0) -> None:
        self.celsius = celsius

    @property
    def kelvin(self) -> float:
        return float(self._kelvin)

    @kelvin.setter
    def kelvin(self, value: float | Fraction) -> None:
        kelvin = exact(value)
        if kelvin < 0:
            raise ValueError("a temperature below absolute zero is not possible")
        self._kelvin = kelvin

    @property
    def celsius(self) -> float:
        return float(self._kelvin - ZERO_CELSIUS)

    @celsius.setter
    def celsius(self, value: float | Fraction) -> None:
        self.kelvin = exact(value) + ZERO_CELSIUS

    @property
    def fahrenheit(self) -> float:
        return float((self._kelvin - ZERO_CELSIUS) * 9 / 5 + 32)

    @fahrenheit.setter
    def fahrenheit(self, value: float) -> None:
        self.celsius = (exact(value) - 32) * 5 / 9


class Series:
    """Readings, and a summary that is computed when it is needed and remembered as long as it is right."""

    def __init__(self, readings: Iterable[Any], summarize: Summarize) -> None:
        self.readings = readings
        self.summarize = summarize

    @property
    def readings(self) -> tuple[Any, ...]:
        return self._readings

    @readings.setter
    def readings(self, readings: Iterable[Any]) -> None:
        self._readings = tuple(readings)
        self._forget()

    @property
    def summarize(self) -> Summarize:
        return self._summarize

    @summarize.setter
    def summarize(self, summarize: Summarize) -> None:
        self._summarize = summarize
        self._forget()

    @property
    def summary(self) -> Any:
        if not self._remembered:
            self._remembered.append(self.summarize(self.readings))
        return self._remembered[0]

    @summary.deleter
    def summary(self) -> None:
        self._forget()

    def add(self, reading: Any) -> None:
        """Put one more reading at the end."""
        self.readings = (*self.readings, reading)

    def _forget(self) -> None:
        self._remembered: list[Any] = []  # the summary, if there is one: any object may be it


class Member:
    """Has a `number` for good, a `name`, and a `nickname`, which is the name as long as there is no other."""

    def __init__(self, number: Any, name: Any) -> None:
        self._number = number
        self.name = name

    @property
    def number(self) -> Any:
        return self._number

    @property
    def nickname(self) -> Any:
        return vars(self).get("_nickname", self.name)

    @nickname.setter
    def nickname(self, nickname: Any) -> None:
        self._nickname = nickname

    @nickname.deleter
    def nickname(self) -> None:
        del self._nickname
