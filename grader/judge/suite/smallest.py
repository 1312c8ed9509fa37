"""Which of several failing examples a learner is shown: the smallest, by one measure, whichever phase it came from."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.judge.suite.run import Run
from grader.show import source

Size = tuple[int, int]
LITTLE = 40  # to read: a case of that size is small enough, as ten small numbers are, or four words
_WORST = 2**64  # a magnitude beyond which numbers are all alike


def size(value: Any) -> Size:
    """How much there is to read in a value, and then how far its parts are from nothing; the lesser is the smaller.

    To read: each value is one, and so are each item of a collection, each character of a text, each digit of a
    number, its sign and its decimal point. From nothing: the sum of all numbers without their signs; in a text it is
    the distance of each character from "a". So `[0, 0]` is smaller than `[0, 1]`, which is smaller than `[10, 0]`, and
    two steps are smaller than the same two and five more.
    """
    if isinstance(value, dict):
        return _sum([*value.keys(), *value.values()])
    if isinstance(value, list | tuple | set | frozenset):
        return _sum(value)
    if isinstance(value, str):
        return 1 + len(value), sum(abs(ord(character) - ord("a")) for character in value)
    if isinstance(value, bytes):
        return 1 + len(value), sum(value)
    return _number(value)


def _sum(values: Iterable[Any]) -> Size:
    sizes = [size(value) for value in values]
    return 1 + sum(read for read, _ in sizes), sum(magnitude for _, magnitude in sizes)


def _number(value: Any) -> Size:
    if value is None or isinstance(value, bool):
        return 1, int(bool(value))
    if isinstance(value, int):
        digits = len(str(abs(value))) if abs(value) < _WORST else value.bit_length() // 3
        return 1 + digits + (value < 0), min(abs(value), _WORST)
    text = repr(value) if isinstance(value, float) else source(value)
    if isinstance(value, float) and math.isfinite(value):
        return 1 + len(text), min(int(abs(value)), _WORST)
    return 1 + len(text), _WORST


@dataclass(frozen=True)
class Case:
    """One failing example: how it failed, what is known of it (`Run.keep`), and how large its arguments are."""

    failure: Exception
    kept: tuple[Any, ...]
    size: Size

    @classmethod
    def of(cls, failure: Exception, run: Run, arguments: dict[str, Any]) -> "Case":
        """The example at hand of `run`, which has just failed; `arguments` are those that the test was handed."""
        return cls(failure, run.keep(), size(list(arguments.values())))

    @property
    def is_little(self) -> bool:
        """Whether it is small enough for a person."""
        return self.size[0] <= LITTLE

    def show(self, run: Run) -> Exception:
        """Makes this the example that the evidence of `run` is about; returns its failure, to be raised."""
        run.recall(self.kept)
        return self.failure


def smaller(one: Case | None, other: Case | None) -> Case | None:
    """The smaller of two, the first of equals."""
    if one is None or other is None:
        return one or other
    return other if other.size < one.size else one
