"""What the judge's process is asked, and what it reports while it works.

Both directions are trusted: the judge speaks to the command that started it.
"""

from typing import Literal

import msgspec

from grader.levels import Level
from grader.verdicts import PUBLIC_SEED, AttemptResult, Isolation, TestResult


class Unjudged(msgspec.Struct, frozen=True):
    """Why an attempt is not judged at all, and how each of its tests ends for that."""

    verdict: Literal["not_run", "crashed"]
    message: str


class Job(msgspec.Struct, frozen=True, tag=True):
    """One attempt to judge. `name` stands for it in reports; `folder` is its exercise. Where it is `unjudged`, its
    result is that: the tests are listed, and nothing is run.

    What follows `first` is for authors: a graded run leaves it as it is.
    """

    folder: str
    name: str
    source: bytes
    seed: int = PUBLIC_SEED
    unjudged: Unjudged | None = None
    require_isolation: Level | None = None  # below it the job is refused
    signs: bool = False  # asks for signs that a person should look at
    shrink: bool = True  # where one fails, have Hypothesis look for a smaller one, which may take seconds
    first: tuple[str, ...] = ()  # tests to begin with, in this order; how each ends does not depend on it
    trial: bool = False  # the suite itself is on trial, and need not have passed its own reference
    survey: bool = True  # of all recorded examples where one fails; off where only the verdicts are wanted
    examples: Literal["recorded", "kept", "live"] = "recorded"  # as recorded, or kept from an earlier job, or anew
    more_seeds: tuple[int, ...] = ()  # whose examples are kept, too, and come after those of `seed`
    most_examples: int | None = None  # of each property, recorded or kept; else as many as the budget says
    until_failure: bool = False  # the first failure ends it: not_run the rest, and first what failed lately
    tests: tuple[str, ...] = ()  # only these, where any are named: ids, or classes
    call_seconds: float | None = None  # in the place of the exercise's own budget
    slack: float = 1.0  # times the seconds of a call and of a test
    watch: bool = False  # have each test say whether what it expects varies: `TestResult.constant`
    packages: tuple[str, ...] = ()  # that this attempt may import beside the exercise's
    hash_seed: int = 0  # of the jail
    order: int | None = None  # a seed to shuffle the tests by
    trace: bool = False  # show how each failure came about in the author's files


class Record(msgspec.Struct, frozen=True, tag=True):
    """Generate the examples of an exercise's properties, judge its reference on them, and hand them over."""

    folder: str
    seed: int = PUBLIC_SEED


class Ask(msgspec.Struct, frozen=True, tag=True):
    """Call one function of `scenarios` beside an attempt: neither need be the exercise's own. It gets texts and returns
    texts, each a list of them.
    """

    folder: str
    attempt: bytes
    scenarios: bytes
    scenario: str
    texts: list[str]


class Examine(msgspec.Struct, frozen=True, tag=True):
    """Start a jail as for an exercise with these requires, and say how well it isolates."""

    requires: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """No exercise's."""
        return ""


Task = Job | Record | Ask | Examine


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


class Told(msgspec.Struct, frozen=True, tag=True):
    """What an Ask came to: texts, or why there are none."""

    texts: list[str]
    problem: str = ""


class Examined(msgspec.Struct, frozen=True, tag=True):
    """A jail was examined: the level and what made it, by probe."""

    isolation: Isolation
    observed: dict[str, str]


class Fault(msgspec.Struct, frozen=True, tag=True):
    """The grader or the suite is at fault; the job has no result.

    `trace` shows an author's fault in the author's files.
    """

    message: str
    trace: str = ""


End = Done | Recorded | Told | Examined | Fault  # of a task
Event = Hello | Began | Judged | End
