"""Taking the nearest possible number

A number that can't be is a mistake somewhere else, and max() hides it: nobody is told, and a wrong temperature
goes on as if it had been measured.

Fails: TestTemperature::test_refuses_what_is_below_absolute_zero, TestTemperature::test_making_one_checks_as_well
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def kelvin(self):
        return float(self._kelvin)

    @kelvin.setter
    def kelvin(self, value):
        self._kelvin = max(exact(value), Fraction(0))

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
