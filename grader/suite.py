"""What the author of a hidden suite imports."""

from typing import Any

import pytest
from hypothesis import strategies as st

from grader.jail.values import Member, Named

__all__ = ["examples", "member", "named", "points", "scale"]

points = pytest.mark.points
"""`@points(3)`: what a test is worth. A parametrized test shares its points among its cases."""

examples = pytest.mark.examples
"""`@examples(4)`: a property whose examples are dear gets no more of them than that, beside those of `@example`."""


def scale(low: int, high: int) -> st.SearchStrategy[int]:
    """Integers from `low` to `high`, both positive and included: as many of each order of magnitude.

    For a size that has no limit: no constant is beyond what some seed draws.
    """
    return st.integers(low.bit_length(), high.bit_length()).flatmap(
        lambda bits: st.integers(max(low, 1 << bits - 1), min(high, (1 << bits) - 1))
    )


def named(name: str, /, **fields: Any) -> Named:
    """What a named tuple or an instance of a dataclass arrives as: `seen.place == named("Point", x=1, y=2)`."""
    return Named(name, fields)


def member(kind: str, name: str, value: Any) -> Member:
    """What a member of an enumeration arrives as: `seen.colour == member("Colour", "RED", 1)`."""
    return Member(kind, name, value)
