"""What a report is made from: one entry a student and topic, and what the class has decided."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from grader.verdicts import AttemptResult

State = Literal["graded", "not begun", "no attempt", "fault", "not graded", "withheld", "excused"]


@dataclass(frozen=True)
class Entry:
    """One student in one topic. `share` is of the suite's points, before lateness and decisions; `counts` is what
    counts of the class's points.
    """

    student: str
    state: State
    share: Fraction = Fraction(0)
    counts: Fraction = Fraction(0)
    result: AttemptResult | None = None
    attempt: str = ""
    at: datetime.datetime | None = None  # when it came, as well as that is known
    source: str = ""  # who says so
    late: bool = False
    note: str = ""  # why there is no score, or what was decided

    @property
    def graded(self) -> bool:
        return self.state == "graded"


@dataclass(frozen=True)
class Topic:
    """One topic of the class, with an entry for each student."""

    topic: str
    title: str
    points: int
    due: datetime.datetime | None
    entries: tuple[Entry, ...]
    suite: str = ""  # its digest


@dataclass(frozen=True)
class About:
    """How it was graded, in words: the last section of the page."""

    name: str
    at: datetime.datetime
    pass_mark: int
    rows: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)  # names by pseudonym, where they were asked for
