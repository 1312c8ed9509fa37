"""Three numbers for one temperature

Whoever keeps three numbers has to change three in each setter, and one is forgotten sooner or later. Keep one,
and compute the others when they are read.

Fails: TestTemperature::test_all_scales_tell_the_same
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    def _check(self, value, lowest):
        if not value >= lowest:
            raise ValueError(value)
        return value

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        self._celsius = self._check(value, -273.15)
        self._fahrenheit = value * 9 / 5 + 32
        self._kelvin = value + 273.15

    @property
    def fahrenheit(self):
        return self._fahrenheit

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._fahrenheit = self._check(value, -459.67)
        self._celsius = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return self._kelvin

    @kelvin.setter
    def kelvin(self, value):
        self._kelvin = self._check(value, 0)
        self._celsius = value - 273.15
        self._fahrenheit = self._celsius * 9 / 5 + 32
