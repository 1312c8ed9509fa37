"""Asking only whether it is too low

nan is not less than anything, so it slips past `if value < lowest`. Ask for what is right, `if not value >= lowest`,
or refuse nan by name.

Fails: TestTemperature::test_refuses_what_is_below_absolute_zero
"""


def number_on(scale, lowest):
    def assign(self, value):
        if value < lowest:
            raise ValueError(value)
        self._given = scale, value

    def read(self):
        given, value = self._given
        if given == scale:
            return value
        celsius = {"f": (value - 32) * 5 / 9, "k": value - 273.15, "c": value}[given]
        return {"f": celsius * 9 / 5 + 32, "k": celsius + 273.15, "c": celsius}[scale]

    return property(read, assign)


class Temperature:
    celsius, fahrenheit, kelvin = number_on("c", -273.15), number_on("f", -459.67), number_on("k", 0)

    def __init__(self, celsius=0):
        self.celsius = celsius
