"""A float that is converted there and back

Each conversion of a float rounds it in its last digits, so what was assigned in Fahrenheit is read as a number
beside it. Keep what was assigned, or keep it exactly.

Fails: TestTemperature::test_reads_what_was_assigned
"""


class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if not value >= -273.15:
            raise ValueError(value)
        self._celsius = value

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        if not value >= -459.67:
            raise ValueError(value)
        self._celsius = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return self._celsius + 273.15

    @kelvin.setter
    def kelvin(self, value):
        if not value >= 0:
            raise ValueError(value)
        self._celsius = value - 273.15
