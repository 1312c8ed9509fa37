"""Ignoring an assignment that is close to what is read

isclose is for comparing what was computed. What somebody assigns is meant, to the last digit, however little it
differs.

Fails: TestTemperature::test_reads_what_was_assigned
"""

from math import isclose


class Temperature:
    def __init__(self, celsius=0):
        self._told = {}
        self.celsius = celsius

    def _assign(self, scale, value, lowest, told):
        if self._told and isclose(self._told[scale], value):
            return
        if not value >= lowest:
            raise ValueError(value)
        self._told = dict(zip(("celsius", "fahrenheit", "kelvin"), told))

    @property
    def celsius(self):
        return self._told["celsius"]

    @celsius.setter
    def celsius(self, value):
        self._assign("celsius", value, -273.15, (value, value * 9 / 5 + 32, value + 273.15))

    @property
    def fahrenheit(self):
        return self._told["fahrenheit"]

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._assign("fahrenheit", value, -459.67, ((value - 32) * 5 / 9, value, (value + 459.67) * 5 / 9))

    @property
    def kelvin(self):
        return self._told["kelvin"]

    @kelvin.setter
    def kelvin(self, value):
        self._assign("kelvin", value, 0, (value - 273.15, value * 9 / 5 - 459.67, value))
