"""The number lies in the class

type(self) and a variable of the class body are the same for all objects: each new temperature changes all the
others. What belongs to one object is stored in self.

Fails: TestTemperature::test_all_scales_tell_the_same
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def kelvin(self):
        return float(self._kelvin)

    @kelvin.setter
    def kelvin(self, value):
        if exact(value) < 0:
            raise ValueError(value)
        type(self)._kelvin = exact(value)

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
