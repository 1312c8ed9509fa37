"""What a check finds out: verdicts, evidence and points, as data that every report reads."""

from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar, Literal, Protocol

import msgspec

from grader.levels import Level

Verdict = Literal["passed", "failed", "timed_out", "crashed", "not_run"]
PUBLIC_SEED = 0  # the default: everybody has its examples, so a table of answers to them can be written
NOT_WRITTEN = "This is not written yet."  # the reason of a test that met a NotImplementedError of the stub
MAX_SEED = 2**64 - 1  # what the judge can be told as one number


class OwnLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of the attempt that an exception passed through, or that an attempt was in when its time was up.

    `times` is how often the exception passed through it, as a recursion does; `column` where in `source`, from 1,
    Python stopped reading, for a SyntaxError.
    """

    file: str
    line: int
    source: str
    times: int = 1
    column: int = 0


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a test ended as it did, in terms of the attempt.

    `reason` is a sentence; `snippet` shows the smallest input found, as code for a Python prompt;
    `subject` names what was compared, `expected` and `actual` are its two values as Python source;
    `raised` is the attempt's own exception and `lines` its way through the attempt.
    """

    reason: str
    snippet: str | None = None
    subject: str | None = None
    expected: str | None = None
    actual: str | None = None
    raised: str | None = None
    lines: tuple[OwnLine, ...] = ()


class TestResult(msgspec.Struct, frozen=True):
    """One test of the suite, on one attempt. Points are exact, as text: `"3/2"`.

    `duration_s` is what passed, `used_s` what the attempt is charged for, and `cpu_s` its time on processors.
    """

    __test__: ClassVar[bool] = False  # a test module that imports it has no test by this name

    id: str
    name: str
    part: str
    claim: str
    verdict: Verdict
    points: str
    duration_s: float = 0.0
    evidence: Evidence | None = None
    output: str = ""
    failing: str = ""  # how it fails on the recorded examples: see judge/suite/survey.py
    used_s: float = 0.0
    cpu_s: float = 0.0
    constant: dict[str, str] = {}  # for authors alone: see judge/suite/constant.py
    trace: str = ""  # how it came about in the author's files, for authors alone
    public: bool = False  # anybody may read it: no report holds anything of it back

    @property
    def max_score(self) -> Fraction:
        return Fraction(self.points)

    @property
    def score(self) -> Fraction:
        return self.max_score if self.verdict == "passed" else Fraction(0)


class Scored(Protocol):
    """What has points: a test, an attempt, a part."""

    @property
    def score(self) -> Fraction: ...

    @property
    def max_score(self) -> Fraction: ...


def score(ones: Iterable[Scored]) -> Fraction:
    """The points that they have together."""
    return sum((one.score for one in ones), Fraction(0))


def max_score(ones: Iterable[Scored]) -> Fraction:
    """The points that they could have together."""
    return sum((one.max_score for one in ones), Fraction(0))


class Missing(msgspec.Struct, frozen=True):
    """A layer of the confinement that this machine lacks, why, and how to mend it."""

    layer: str
    why: str
    mend: str


class Isolation(msgspec.Struct, frozen=True):
    """How well an attempt was isolated: the level, the layers that were on, and what was observed to be open."""

    level: Level
    platform: str
    layers: tuple[str, ...]
    open: tuple[str, ...]  # names of probes, see jail/confine/canary.py
    missing: tuple[Missing, ...]
    not_covered: tuple[str, ...]  # what no layer covers, at any level


class Misconception(msgspec.Struct, frozen=True):
    """What a wrong attempt looks like: a name, and two sentences for the learner."""

    name: str
    explanation: str


class Looks(msgspec.Struct, frozen=True):
    """Tests that fail as a misconception does, or as several do that can't be told apart.

    `test` is where it shows best, `tests` are all that it explains, that one among them.
    """

    test: str
    tests: tuple[str, ...]
    one_of: tuple[Misconception, ...]


class Sign(msgspec.Struct, frozen=True):
    """Something that a person should look at, and that changes no points: `signs.py` has the kinds."""

    line: int
    sign: str
    what: str
    source: str


class PublicOnly(msgspec.Struct, frozen=True):
    """Of a student edition: how many tests it has, of how many that the whole suite has."""

    tests: int
    of: int


class AttemptResult(msgspec.Struct, frozen=True):
    """All tests of one suite, on one attempt. `message` speaks of the whole attempt; where it can't be imported,
    `evidence` says why as a test's does, and `output` is what it printed until then.

    The digests are SHA-256 of the bytes that were graded, and of the files that decided (`Exercise.suite_digest`).
    An attempt that could not be read has no digest.
    """

    exercise: str
    version: int
    attempt: str
    tests: tuple[TestResult, ...]
    message: str | None = None
    misconceptions: tuple[Looks, ...] = ()
    attempt_sha256: str = ""
    suite_sha256: str = ""
    isolation: Isolation | None = None
    seed: int = PUBLIC_SEED  # which examples were drawn
    signs: tuple[Sign, ...] | None = None  # where they were asked for
    evidence: Evidence | None = None
    output: str = ""
    public_only: PublicOnly | None = None  # where the other tests are not here: the score is over those that are

    @property
    def score(self) -> Fraction:
        return score(self.tests)

    @property
    def max_score(self) -> Fraction:
        return max_score(self.tests)

    @property
    def public_seed(self) -> bool:
        return self.seed == PUBLIC_SEED

    @property
    def full(self) -> bool:
        return self.score == self.max_score


class ItemFault(msgspec.Struct, frozen=True):
    """One of several topics that has no result, which is the grader's fault or its suite's: never an attempt's."""

    exercise: str
    attempt: str | None  # None where the exercise is broken, so that its attempt was not looked at
    message: str


def enough(score: Fraction, max_score: Fraction, pass_mark: int) -> bool:
    """Whether a score is at least `pass_mark` percent of the points."""
    return score >= max_score * Fraction(pass_mark, 100)


def number(points: Fraction) -> int | float:
    """Points for people and for JSON: whole where they are whole."""
    return points.numerator if points.denominator == 1 else float(points)
