"""Storing first and checking afterwards

The error comes too late: whoever catches it goes on with a temperature that can't be. Check, and then store.

Fails: TestTemperature::test_refuses_what_is_below_absolute_zero
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def kelvin(self):
        return float(self._kelvin)

    @kelvin.setter
    def kelvin(self, value):
        self._kelvin = exact(value)
        if self._kelvin < 0:
            raise ValueError(value)

    @property
    def celsius(self):
        return float(self._kelvin - ZERO_CELSIUS)

    @celsius.setter
    def celsius(self, value):
        self.kelvin = exact(value) + ZERO_CELSIUS

    @property
    def fahrenheit(self):
        return float((self._kelvin - ZERO_CELSIUS) * 9 / 5 + 32)

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (exact(value) - 32) * 5 / 9
