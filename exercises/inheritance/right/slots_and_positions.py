"""Keeps measures in a tuple with slots, and has the line of classes from type.mro."""

import math
from abc import ABC, abstractmethod
from operator import methodcaller


def measure(place):
    def get(self):
        return self._sizes[place]

    return property(get)


class Shape(ABC):
    def __init__(self, *sizes, label=None, **rest):
        for size in sizes:
            if size <= 0:
                raise ValueError(f"{size} is not above 0")
        super().__init__(**rest)
        self._sizes = sizes
        self._label = label

    @property
    def label(self):
        return self._label if self._label is not None else type(self).__name__

    @abstractmethod
    def area(self):
        raise NotImplementedError

    @abstractmethod
    def perimeter(self):
        raise NotImplementedError

    def describe(self):
        return "%s: area %.2f, perimeter %.2f" % (self.label, self.area(), self.perimeter())


class Circle(Shape):
    radius = measure(0)

    def __init__(self, radius, **rest):
        super().__init__(radius, **rest)

    def area(self):
        return math.pi * math.pow(self.radius, 2)

    def perimeter(self):
        return 2 * math.pi * self.radius


def total_area(shapes):
    return sum(map(methodcaller("area"), shapes))


class Rectangle(Shape):
    width, height = measure(0), measure(1)

    def __init__(self, width, height, **rest):
        super().__init__(width, height, **rest)

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * self.width + 2 * self.height

    def with_width(self, width):
        return Rectangle(width, self._sizes[1], label=self.label)

    def with_height(self, height):
        return Rectangle(self._sizes[0], height, label=self.label)


class Square(Rectangle):
    side = measure(0)

    def __init__(self, side, **rest):
        super().__init__(side, side, **rest)


class Bird(Flyable, Shape):
    wingspan = measure(0)

    def __init__(self, wingspan, **rest):
        super().__init__(wingspan, **rest)

    def area(self):
        return self.wingspan**2 * 0.5

    def perimeter(self):
        return self.wingspan * 4


def provider(cls, name, after=None):
    seen = after is None
    for one in type.mro(cls):
        if seen and name in one.__dict__:
            return one
        seen = seen or one is after
    raise AttributeError(name)
