"""Keeps the number as it was assigned beside its scale, and converts when another scale is read."""

_MISSING = object()


class Temperature:
    _lowest = {"celsius": -273.15, "fahrenheit": -459.67, "kelvin": 0}

    def __init__(self, celsius=0):
        self.celsius = celsius

    def _assign(self, scale, value):
        if not value >= self._lowest[scale]:
            raise ValueError(f"{value} is no temperature on the scale of {scale}")
        self._given = scale, value

    @property
    def celsius(self):
        scale, value = self._given
        if scale == "fahrenheit":
            return (value - 32) * 5 / 9
        return value - 273.15 if scale == "kelvin" else value

    @celsius.setter
    def celsius(self, value):
        self._assign("celsius", value)

    @property
    def fahrenheit(self):
        scale, value = self._given
        return value if scale == "fahrenheit" else self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._assign("fahrenheit", value)

    @property
    def kelvin(self):
        scale, value = self._given
        return value if scale == "kelvin" else self.celsius + 273.15

    @kelvin.setter
    def kelvin(self, value):
        self._assign("kelvin", value)


class Series:
    def __init__(self, readings, summarize):
        self._readings = tuple(readings)
        self._summarize = summarize
        self._summary = _MISSING

    readings = property(lambda self: self._readings)

    @readings.setter
    def readings(self, new):
        new = tuple(new)
        self._readings, self._summary = new, _MISSING

    summarize = property(lambda self: self._summarize)

    @summarize.setter
    def summarize(self, new):
        self._summarize, self._summary = new, _MISSING

    def add(self, reading):
        self._readings += (reading,)
        self._summary = _MISSING

    @property
    def summary(self):
        if self._summary is _MISSING:
            self._summary = self._summarize(self._readings)
        return self._summary

    @summary.deleter
    def summary(self):
        self._summary = _MISSING


class Member:
    def __init__(self, number, name):
        self._number = number
        self.name = name
        self._nickname = _MISSING

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return self.name if self._nickname is _MISSING else self._nickname

    @nickname.setter
    def nickname(self, value):
        self._nickname = value

    @nickname.deleter
    def nickname(self):
        if self._nickname is _MISSING:
            raise AttributeError("there is no nickname to delete")
        self._nickname = _MISSING
