"""A bound on one scale only

The bound belongs to the temperature and not to Celsius: whoever assigns -500 °F gets below absolute zero. Let
all setters go through the one that checks.

Fails: TestTemperature::test_refuses_what_is_below_absolute_zero
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        return float(self._celsius)

    @celsius.setter
    def celsius(self, value):
        if exact(value) < -ZERO_CELSIUS:
            raise ValueError(value)
        self._celsius = exact(value)

    @property
    def fahrenheit(self):
        return float(self._celsius * 9 / 5 + 32)

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._celsius = (exact(value) - 32) * 5 / 9

    @property
    def kelvin(self):
        return float(self._celsius + ZERO_CELSIUS)

    @kelvin.setter
    def kelvin(self, value):
        self._celsius = exact(value) - ZERO_CELSIUS
