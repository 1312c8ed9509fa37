"""What the judge's process is asked, and what it reports while it works.

Both directions are trusted: the judge speaks to the command that started it.
"""

import msgspec

from grader.verdicts import AttemptResult, TestResult


class Job(msgspec.Struct, frozen=True):
    """One attempt to judge. `name` stands for it in reports; `folder` is its exercise."""

    folder: str
    name: str
    source: bytes
    seed: int = 0
    shrink: bool = True  # off where only the verdict is wanted
    recorded: bool = True  # off to generate examples anew


class Hello(msgspec.Struct, frozen=True, tag=True):
    """The judge is up."""

    pytest: str
    hypothesis: str
    jail: str


class Began(msgspec.Struct, frozen=True, tag=True):
    """A job was begun: its suite has so many tests."""

    exercise: str
    name: str
    tests: int


class Judged(msgspec.Struct, frozen=True, tag=True):
    """A test has ended."""

    test: TestResult


class Done(msgspec.Struct, frozen=True, tag=True):
    """A job has ended."""

    result: AttemptResult


class Fault(msgspec.Struct, frozen=True, tag=True):
    """The grader or the suite is at fault; the job has no result."""

    message: str


Event = Hello | Began | Judged | Done | Fault
