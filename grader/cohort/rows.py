"""What the gradebook holds, as data: a struct for each kind of row. Students are known by pseudonyms alone."""

import datetime
from fractions import Fraction
from typing import Literal

import msgspec

Instant = datetime.datetime  # always with a zone
TimeSource = Literal["push", "sync", "none"]
Kind = Literal["override", "excuse", "withhold", "extend", "late-days", "comment", "withdraw"]


class Fork(msgspec.Struct, frozen=True):
    """What is known of where a student's work lies: the last look that told anything, and the last trouble."""

    student: str
    url: str = ""
    looked_at: Instant | None = None  # when it was last read; from then on something new is not older
    commit: str = ""  # what was there then; empty where nothing was pushed yet
    tried_at: Instant | None = None
    problem: str = ""  # of the last try


class Sighting(msgspec.Struct, frozen=True):
    """A commit of a student, and when it came: after `not_before`, at which it was not there yet, and until `seen_at`.

    `pushed_at` is what a server says, where one has been asked. The dates in the commit are nobody's word.
    """

    student: str
    commit: str
    seen_at: Instant
    not_before: Instant | None = None
    pushed_at: Instant | None = None
    source: str = ""  # who said `pushed_at`
    last_seen_at: Instant | None = None  # when it was last found to be the newest, after all that were so before it


class Submission(msgspec.Struct, frozen=True):
    """What a commit holds for a topic: an attempt by its digest, or why there is none."""

    student: str
    topic: str
    commit: str
    attempt: str = ""  # SHA-256 of its bytes
    problem: str = ""
    id: int = 0  # in the order of their coming


class Found(msgspec.Struct, frozen=True):
    """What was read of a commit for a topic: the bytes of an attempt, or why there are none."""

    topic: str
    source: bytes | None = None
    problem: str = ""


class Key(msgspec.Struct, frozen=True, order=True):
    """What a judgement follows from; under one key there is one."""

    topic: str
    attempt: str
    suite: str
    seed: int
    grader: str
    isolation: str  # the least that was asked for: a level, or "any"


class Judgement(msgspec.Struct, frozen=True):
    """How an attempt was judged. Points are exact, as text; `result` is an AttemptResult in JSON."""

    key: Key
    score: str
    points: str
    level: str
    result: bytes
    host: str = ""
    judged_at: Instant | None = None
    seconds: float = 0.0
    id: int = 0

    @property
    def share(self) -> Fraction:
        """The part of the suite's points that was earned."""
        return Fraction(self.score) / Fraction(self.points) if Fraction(self.points) else Fraction(0)


class Fault(msgspec.Struct, frozen=True):
    """Why there is no judgement yet: the grader's fault or the suite's, tried again with the next run, never a zero."""

    key: Key
    message: str
    times: int = 1
    at: Instant | None = None


class Grading(msgspec.Struct, frozen=True):
    """One state of the suites, of the seed and of the grader, by which a class was judged."""

    id: int
    suites: dict[str, str]  # the suite's digest, by topic
    seed: int
    grader: str
    isolation: str
    made_at: Instant

    def key(self, topic: str, attempt: str) -> Key | None:
        """Under which an attempt is judged in it; None where it leaves the topic out."""
        suite = self.suites.get(topic)
        return None if suite is None else Key(topic, attempt, suite, self.seed, self.grader, self.isolation)


class Release(msgspec.Struct, frozen=True):
    """A grading as it stood when it was released: later submissions and judgements wait for the next release."""

    id: int
    grading: int
    last_submission: int
    last_judgement: int
    never_lower: bool
    by: str
    at: Instant


class Decision(msgspec.Struct, frozen=True):
    """What a person decided for a student, in one topic or (with an empty one) in all. It is added, never changed."""

    student: str
    topic: str
    kind: Kind
    value: str  # points, a span or a moment, days, the number of what is withdrawn; else empty
    reason: str
    author: str
    at: Instant
    id: int = 0


class Post(msgspec.Struct, frozen=True):
    """A feedback that was posted: as which issue of which repository, and its text by a digest."""

    student: str
    topic: str
    repository: str
    number: int
    digest: str
    at: Instant
