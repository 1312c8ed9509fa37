"""What the author of a hidden suite imports."""

from typing import Any

import pytest

from grader.jail.values import Member, Named

__all__ = ["member", "named", "points"]

points = pytest.mark.points
"""`@points(3)`: what a test is worth. A parametrized test shares its points among its cases."""


def named(name: str, /, **fields: Any) -> Named:
    """What a named tuple or an instance of a dataclass arrives as: `seen.place == named("Point", x=1, y=2)`."""
    return Named(name, fields)


def member(kind: str, name: str, value: Any) -> Member:
    """What a member of an enumeration arrives as: `seen.colour == member("Colour", "RED", 1)`."""
    return Member(kind, name, value)
