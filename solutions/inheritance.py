"""Shapes, a mixin that makes them fly, and the order in which classes are searched."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from math import pi
from typing import Any


def _positive(measure: float) -> float:
    """The measure; raises ValueError unless it is above 0."""
    if measure <= 0:
        raise ValueError(f"a measure must be above 0, not {measure}")
    return measure


class Shape(ABC):
    """Something with an area and a perimeter, and a label."""

    def __init__(self, *, label: str | None = None, **rest: Any) -> None:
        super().__init__(**rest)  # perhaps a class of somebody else's; `object` refuses what nobody knows
        self.label = type(self).__name__ if label is None else label

    @abstractmethod
    def area(self) -> float: ...

    @abstractmethod
    def perimeter(self) -> float: ...

    def describe(self) -> str:
        """Return `LABEL: area 1.00, perimeter 4.00`."""
        return f"{self.label}: area {self.area():.2f}, perimeter {self.perimeter():.2f}"


class Circle(Shape):
    """A circle with a `radius`."""

    def __init__(self, radius: float, **rest: Any) -> None:
        super().__init__(**rest)
        self._radius = _positive(radius)

    @property
    def radius(self) -> float:
        return self._radius

    def area(self) -> float:
        return pi * self.radius**2

    def perimeter(self) -> float:
        return 2 * pi * self.radius


def total_area(shapes: Iterable[Any]) -> Any:
    """Return the sum of the areas of all shapes, each of which knows its own."""
    return sum(shape.area() for shape in shapes)


class Rectangle(Shape):
    """A rectangle with a `width` and a `height`, which stay: so a square can be one, too."""

    def __init__(self, width: float, height: float, **rest: Any) -> None:
        super().__init__(**rest)
        self._width = _positive(width)
        self._height = _positive(height)

    @property
    def width(self) -> float:
        return self._width

    @property
    def height(self) -> float:
        return self._height

    def area(self) -> float:
        return self.width * self.height

    def perimeter(self) -> float:
        return 2 * (self.width + self.height)

    def with_width(self, width: float) -> "Rectangle":
        """Return a rectangle of another width."""
        return Rectangle(width, self.height, label=self.label)

    def with_height(self, height: float) -> "Rectangle":
        """Return a rectangle of another height."""
        return Rectangle(self.width, height, label=self.label)


class Square(Rectangle):
    """A rectangle with four equal sides; `side` is one of them."""

    def __init__(self, side: float, **rest: Any) -> None:
        super().__init__(side, side, **rest)

    @property
    def side(self) -> float:
        return self.width


class Flyable:
    """A mixin for what can fly, to stand in front of a shape."""

    def __init__(self, *args: Any, speed: float = 10, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.speed = speed

    def fly(self) -> str:
        return f"Flying at {self.speed}!"

    def describe(self) -> str:
        """Return what the next class in line says, and `, flies at 10`."""
        said: str = super().describe()  # type: ignore[misc]  # a mixin relies on what stands behind it
        return f"{said}, flies at {self.speed}"


class Bird(Flyable, Shape):
    """A shape that flies, with a `wingspan`."""

    def __init__(self, wingspan: float, **rest: Any) -> None:
        super().__init__(**rest)
        self._wingspan = _positive(wingspan)

    @property
    def wingspan(self) -> float:
        return self._wingspan

    def area(self) -> float:
        return self.wingspan**2 * 0.5

    def perimeter(self) -> float:
        return self.wingspan * 4


def provider(cls: type, name: str, after: type | None = None) -> type:
    """Return the class in which an attribute of `cls` is found, or where super() within `after` finds it."""
    line = cls.__mro__
    if after is not None:
        line = line[line.index(after) + 1 :]
    for one in line:
        if name in vars(one):
            return one
    raise AttributeError(f"no class in line has {name!r}")
