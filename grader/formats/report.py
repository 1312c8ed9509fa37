"""What every format is written from."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from grader.formats.withheld import withheld
from grader.judge.protocol import Hello
from grader.learner.style import Style
from grader.learner.told import Told
from grader.verdicts import AttemptResult, ItemFault, TestResult
from grader.visibility import Visibility


@dataclass(frozen=True)
class Report:
    """The results of a check, and by which rules they came about."""

    results: Sequence[AttemptResult]
    tell: Callable[[AttemptResult], Told]  # what there is to say of one
    at: str  # when, in UTC: 2026-11-30T12:00:00Z
    seed: int = 0
    faults: Sequence[ItemFault] = ()
    hello: Hello | None = None
    part: str | None = None  # that alone was judged
    style: Mapping[str, Style] | None = None  # by topic, where it was asked for
    visibility: Visibility | None = None  # as it was asked for; else each format has its own

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The results as they are told of: what there is to say is found out once, and only where it is read."""
        return tuple(map(self.tell, self.results))

    @property
    def several(self) -> bool:
        """Whether a name has to say which topic it is of."""
        return len(self.results) + len(self.faults) > 1

    @property
    def tests(self) -> list[tuple[Told, TestResult]]:
        """All tests, each with what its attempt is."""
        return [(told, test) for told in self.told for test in told.result.tests]

    def withheld(self) -> "Report":
        """The same, with no more of hidden tests than may be seen."""
        if self.visibility in (None, Visibility.visible):
            return self
        return replace(self, results=tuple(map(withheld, self.results)))


def below(told: Told, root: str | None = None) -> str:
    """Where an attempt lies, with slashes: seen from the folder that the variable `root` of the environment names, if
    it lies in there, else from the current one.
    """
    folder = os.environ.get(root, "") if root else ""
    if folder and told.where.path.is_relative_to(folder):
        return told.where.path.relative_to(folder).as_posix()
    return Path(told.where.file).as_posix()
