"""What the judge's process is asked, and what it reports while it works.

Both directions are trusted: the judge speaks to the command that started it.
"""

import msgspec

from grader.verdicts import AttemptResult, TestResult


class Job(msgspec.Struct, frozen=True, tag=True):
    """One attempt to judge. `name` stands for it in reports; `folder` is its exercise.

    What follows the seed is for authors: a graded run leaves it as it is.
    """

    folder: str
    name: str
    source: bytes
    seed: int = 0
    shrink: bool = True  # off where only the verdicts are wanted
    recorded: bool = True  # off to generate the examples anew
    until_failure: bool = False  # the tests after the first failure are not_run
    call_seconds: float | None = None  # in the place of the exercise's own budget
    packages: tuple[str, ...] = ()  # that this attempt may import beside the exercise's
    hash_seed: int = 0  # of the jail
    order: int | None = None  # a seed to shuffle the tests by


class Record(msgspec.Struct, frozen=True, tag=True):
    """Generate the examples of an exercise's properties, and hand them over."""

    folder: str
    seed: int = 0


Task = Job | Record


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


class Recorded(msgspec.Struct, frozen=True, tag=True):
    """The examples are generated: a `Recording`, encoded."""

    data: bytes


class Fault(msgspec.Struct, frozen=True, tag=True):
    """The grader or the suite is at fault; the job has no result."""

    message: str


Event = Hello | Began | Judged | Done | Recorded | Fault
