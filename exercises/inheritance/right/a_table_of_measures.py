"""Reads measures out of a dict by __getattr__, guards them in __setattr__; the mixin looks for super by hand."""

import inspect
import math
from abc import ABC, abstractmethod


class Shape(ABC):
    def __new__(cls, *args, **rest):
        shape = super().__new__(cls)
        object.__setattr__(shape, "_measures", {})
        return shape

    def __init__(self, *, label=None, **rest):
        super().__init__(**rest)
        self.label = label
        if label is None:
            self.label = type(self).__name__

    def __setattr__(self, name, value):
        if name in self._measures:
            raise AttributeError(name)
        super().__setattr__(name, value)

    def __getattr__(self, name):
        try:
            return self.__dict__["_measures"][name]
        except KeyError:
            raise AttributeError(name) from None

    def measure(self, **measures):
        if any(value <= 0 for value in measures.values()):
            raise ValueError(measures)
        self._measures.update(measures)

    @property
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def perimeter(self): ...

    def describe(self):
        return f"{self.label}: area {self.area():.2f}, perimeter {self.perimeter():.2f}"


class Circle(Shape):
    def __init__(self, radius, *, label=None, **rest):
        super().__init__(label=label, **rest)
        self.measure(radius=radius)

    def area(self):
        return self.radius**2 * math.pi

    def perimeter(self):
        return self.radius * 2 * math.pi


def total_area(shapes):
    total = 0
    for shape in shapes:
        total += shape.area()
    return total


class Rectangle(Shape):
    def __init__(self, width, height, *, label=None, **rest):
        super().__init__(label=label, **rest)
        self.measure(width=width, height=height)

    def area(self):
        return math.prod([self.width, self.height])

    def perimeter(self):
        return sum([self.width, self.height] * 2)

    def _with(self, **changed):
        return Rectangle(**{"width": self.width, "height": self.height, "label": self.label} | changed)

    def with_width(self, width):
        return self._with(width=width)

    def with_height(self, height):
        return self._with(height=height)


class Square(Rectangle):
    def __init__(self, side, *, label=None, **rest):
        super().__init__(width=side, height=side, label=label, **rest)
        self.measure(side=side)


class Flyable:
    speed = 10

    def __init__(self, *args, **kwargs):
        if "speed" in kwargs:
            self.speed = kwargs.pop("speed")
        super(Flyable, self).__init__(*args, **kwargs)

    def fly(self):
        return "Flying at " + str(self.speed) + "!"

    def describe(self):
        line = type(self).__mro__
        behind = line[line.index(Flyable) + 1 :]
        said = next(vars(one)["describe"] for one in behind if "describe" in vars(one))
        return f"{said(self)}, flies at {self.speed}"


class Bird(Flyable, Shape):
    def __init__(self, wingspan, **rest):
        super().__init__(**rest)
        self.measure(wingspan=wingspan)

    def area(self):
        return self.wingspan**2 / 2

    def perimeter(self):
        return self.wingspan * 4


def provider(cls, name, after=None):
    line = list(inspect.getmro(cls))
    if after:
        del line[: line.index(after) + 1]
    try:
        return next(filter(lambda one: name in vars(one), line))
    except StopIteration:
        raise AttributeError(f"{cls.__name__} has no {name}") from None
