"""Whether one answer would do for a whole test: what a suite looks at, over all examples that the reference passes.

For each part of an answer that an `assert` looks at, the first value that was right is tried in the place of all
others.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grader.judge.suite import evidence
from grader.judge.suite.exact import OPERATORS
from grader.show import source


class Constant:
    """Hears of the comparisons that asserts rest on, of one test."""

    def __init__(self, suite: Path) -> None:
        self._suite = suite
        self._first: dict[str, Any] = {}
        self._varied: set[str] = set()

    def heard(self, operator: str, left: Any, right: Any) -> None:
        """An `assert` compares these two."""
        key = self._key()
        try:
            holds = bool(OPERATORS[operator](self._first.setdefault(key, left), right))
        except Exception:  # whatever a value of a suite's own class raises: then it would not do
            holds = False
        if not holds:
            self._varied.add(key)

    def _key(self) -> str:
        """What the assertion at work looks at: two that look at the same are told by what they expect."""
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename != str(self._suite):
            frame = frame.f_back
        return evidence.looked_at(self._suite, frame.f_lineno)

    def found(self) -> dict[str, str]:
        """By what was looked at: the one value that would have done, as source; empty where none would."""
        return {key: "" if key in self._varied else source(value) for key, value in self._first.items()}


def of_cases(cases: Iterable[dict[str, str]]) -> str | None:
    """What would do for all cases of a test, in words; None where nothing would. Empty where nothing is compared."""
    found: dict[str, set[str]] = {}
    for case in cases:
        for key, value in case.items():
            found.setdefault(key, set()).add(value)
    if any("" in values or len(values) > 1 for values in found.values()):
        return None
    return ", ".join(f"{key}: {value}" if key else value for key, (value,) in found.items())
