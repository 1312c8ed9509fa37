"""Has one descriptor for all measures, which checks and refuses, one place for labels, and classes by ABCMeta."""

import math
from abc import ABCMeta, abstractmethod
from functools import reduce


class Measure:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, shape, owner=None):
        return self if shape is None else vars(shape)[self.name]

    def __set__(self, shape, value):
        if self.name in vars(shape):
            raise AttributeError(f"{self.name} stays")
        if not value > 0:
            raise ValueError(f"{self.name} must be above 0")
        vars(shape)[self.name] = value


class Shape(metaclass=ABCMeta):
    def __init__(self, *, label=None, **rest):
        self.label = label if label is not None else self.__class__.__name__
        super().__init__(**rest)

    @abstractmethod
    def area(self): ...

    @abstractmethod
    def perimeter(self): ...

    def describe(self):
        return "{}: area {:.2f}, perimeter {:.2f}".format(self.label, self.area(), self.perimeter())


class Circle(Shape):
    radius = Measure()

    def __init__(self, radius, **rest):
        self.radius = radius
        super().__init__(**rest)

    def area(self):
        return math.pi * self.radius * self.radius

    def perimeter(self):
        return math.tau * self.radius


def total_area(shapes):
    return reduce(lambda total, shape: total + shape.area(), shapes, 0)


class Rectangle(Shape):
    width = Measure()
    height = Measure()

    def __init__(self, width, height, **rest):
        self.width, self.height = width, height
        super().__init__(**rest)

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return self.width * 2 + self.height * 2

    def with_width(self, width):
        return Rectangle(width, self.height, label=self.label)

    def with_height(self, height):
        return Rectangle(self.width, height, label=self.label)


class Square(Rectangle):
    side = Measure()

    def __init__(self, side, **rest):
        self.side = side
        super().__init__(side, side, **rest)


class Flyable:
    def __init__(self, *args, **kwargs):
        self.speed = kwargs.pop("speed", 10)
        super().__init__(*args, **kwargs)

    def fly(self):
        return f"Flying at {self.speed}!"

    def describe(self):
        return super().describe() + f", flies at {self.speed}"


class Bird(Flyable, Shape):
    wingspan = Measure()

    def __init__(self, wingspan, **rest):
        self.wingspan = wingspan
        super().__init__(**rest)

    def area(self):
        return self.wingspan * self.wingspan / 2

    def perimeter(self):
        return 4 * self.wingspan


def provider(cls, name, after=None):
    line = iter(cls.__mro__)
    while after is not None and next(line) is not after:
        pass
    for one in line:
        if name in one.__dict__:
            return one
    raise AttributeError(name)
