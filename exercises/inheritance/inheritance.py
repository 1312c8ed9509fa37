"""Shapes, a mixin that makes them fly, and the order in which classes are searched."""

from collections.abc import Iterable
from typing import Any


class Shape:
    """Something with an area and a perimeter, and a label. Abstract."""

    # `area` and `perimeter` have to be abstract: what else does the class need for that?

    def __init__(self, *, label: str | None = None, **rest: Any) -> None:
        """Keep the label, and hand on the rest."""
        raise NotImplementedError

    def area(self) -> float:
        raise NotImplementedError

    def perimeter(self) -> float:
        raise NotImplementedError

    def describe(self) -> str:
        """Return `LABEL: area 1.00, perimeter 4.00`."""
        raise NotImplementedError


class Circle(Shape):
    """A circle with a `radius`."""

    def __init__(self, radius: float, **rest: Any) -> None:
        raise NotImplementedError


def total_area(shapes: Iterable[Any]) -> float:
    """Return the sum of the areas of all shapes."""
    raise NotImplementedError


class Rectangle(Shape):
    """A rectangle with a `width` and a `height`."""

    def __init__(self, width: float, height: float, **rest: Any) -> None:
        raise NotImplementedError

    def with_width(self, width: float) -> "Rectangle":
        """Return a rectangle of another width."""
        raise NotImplementedError

    def with_height(self, height: float) -> "Rectangle":
        """Return a rectangle of another height."""
        raise NotImplementedError


class Square(Rectangle):
    """A rectangle with four equal sides; `side` is one of them."""

    def __init__(self, side: float, **rest: Any) -> None:
        raise NotImplementedError


class Flyable:
    """A mixin for what can fly, to stand in front of a shape."""

    def __init__(self, *args: Any, speed: float = 10, **rest: Any) -> None:
        raise NotImplementedError

    def fly(self) -> str:
        """Return `Flying at 10!`."""
        raise NotImplementedError

    def describe(self) -> str:
        """Return what the next class in line says, and `, flies at 10`."""
        raise NotImplementedError


class Bird:
    """A shape that flies, with a `wingspan`."""

    # What does a bird inherit from, and in which order?

    def __init__(self, wingspan: float, **rest: Any) -> None:
        raise NotImplementedError


def provider(cls: type, name: str, after: type | None = None) -> type:
    """Return the class in which an attribute of `cls` is found, or where super() within `after` finds it."""
    raise NotImplementedError
