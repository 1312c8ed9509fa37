"""Refusing absolute zero itself

The coldest possible temperature is a possible one. <= takes the bound for something that lies beyond it.

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
        if exact(value) <= 0:
            raise ValueError(value)
        self._kelvin = exact(value)

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
