"""Rounding what is kept

A rounded number looks nice once. Assigned again it is the truth, and each round trip over another scale moves
it further: round where something is shown, never where it is kept.

Fails: TestTemperature::test_all_scales_tell_the_same, TestTemperature::test_reads_what_was_assigned
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def kelvin(self):
        return float(self._kelvin)

    @kelvin.setter
    def kelvin(self, value):
        kelvin = exact(value)
        if kelvin < 0:
            raise ValueError("a temperature below absolute zero is not possible")
        self._kelvin = kelvin

    @property
    def celsius(self):
        return round(float(self._kelvin - ZERO_CELSIUS), 2)

    @celsius.setter
    def celsius(self, value):
        self.kelvin = exact(value) + ZERO_CELSIUS

    @property
    def fahrenheit(self):
        return round(float((self._kelvin - ZERO_CELSIUS) * 9 / 5 + 32), 2)

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (exact(value) - 32) * 5 / 9
