"""What the author of a hidden suite imports."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import strategies as st

from grader.jail.values import Member, Named

__all__ = ["at_most", "examples", "member", "named", "points", "public", "scale"]

points = pytest.mark.points
"""`@points(3)`: what a test is worth. A parametrized test shares its points among its cases."""

examples = pytest.mark.examples
"""`@examples(4)`: a property whose examples are dear gets no more of them than that, beside those of `@example`."""

public = pytest.mark.public
"""`@public`: a test that learners may read and run. It travels with a student edition; all others stay hidden."""


def scale(low: int, high: int) -> st.SearchStrategy[int]:
    """Integers from `low` to `high`, both positive and included: as many of each order of magnitude.

    For a size that has no limit: no constant is beyond what some seed draws.
    """
    return st.integers(low.bit_length(), high.bit_length()).flatmap(
        lambda bits: st.integers(max(low, 1 << bits - 1), min(high, (1 << bits) - 1))
    )


class AtMost(dict[int, int]):
    """Counts by size that are not to be exceeded, on the right of `<=`."""

    def __ge__(self, counts: Any) -> bool:
        """Whether there is a count for each of these sizes and no other, and none is more than allowed."""
        return (
            isinstance(counts, dict)
            and counts.keys() == self.keys()
            and all(type(count) is int and count <= self[size] for size, count in counts.items())
        )


def at_most(sizes: Iterable[int], bound: Callable[[int], float]) -> AtMost:
    """What counts by size may be: `assert seen.comparisons <= at_most(sizes, lambda n: 3 * n * log2(n) + 20)`.

    How a cost grows shows in sizes that lie far apart: a bound that leaves room at each lets no steeper growth through.
    """
    return AtMost({size: int(bound(size)) for size in sizes})


def named(name: str, /, **fields: Any) -> Named:
    """What a named tuple or an instance of a dataclass arrives as: `seen.place == named("Point", x=1, y=2)`."""
    return Named(name, fields)


def member(kind: str, name: str, value: Any) -> Member:
    """What a member of an enumeration arrives as: `seen.colour == member("Colour", "RED", 1)`."""
    return Member(kind, name, value)
