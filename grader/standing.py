"""Where one topic stands in a workspace, as data that can be merged.

Two standings of one topic, from two commands or from two machines with a synced folder, always have a merge that loses
nothing, and it does not matter which comes first: a best score is a maximum, so are hints, and of two last checks the
later one counts.
"""

import datetime
import functools
from fractions import Fraction
from typing import Annotated

import msgspec
from msgspec import Meta

from grader.verdicts import AttemptResult

LONGEST = 200  # characters of a part's name
MOST = 100  # parts
MOST_VERSIONS = 100_000  # of an exercise; and hints

Points = Annotated[str, Meta(pattern=r"^[0-9]{1,40}(/[1-9][0-9]{0,39})?\Z")]
Instant = Annotated[
    str, Meta(pattern=r"^([0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]{6})?Z)?\Z")
]
Name = Annotated[str, Meta(max_length=LONGEST)]
Count = Annotated[int, Meta(ge=0, le=MOST_VERSIONS)]


class Score(msgspec.Struct, frozen=True):
    """What one check came to: points as text (`"3/2"`), when, and by which version of the exercise (0: not known).

    `left` names the parts that were not done, the one at work first.
    """

    score: Points = "0"
    max_score: Points = "0"
    at: Instant = ""
    version: Count = 0
    left: Annotated[tuple[Name, ...], Meta(max_length=MOST)] = ()

    def __post_init__(self) -> None:
        if Fraction(self.score) > Fraction(self.max_score):
            raise ValueError("a score is higher than the points that there are")

    @property
    def share(self) -> Fraction:
        """From 0 to 1; 0 where there are no points."""
        most = Fraction(self.max_score)
        return Fraction(self.score) / most if most else Fraction(0)

    @property
    def full(self) -> bool:
        return self.share == 1

    @property
    def day(self) -> str:
        """The date, in UTC; empty where it is not known."""
        return self.at[:10]


class Standing(msgspec.Struct, frozen=True):
    """One topic: its best score and its last, how many hints were taken of each part, and when it was given up for
    the solution (empty: it was not).
    """

    best: Score = Score()
    last: Score = Score()
    hints: Annotated[dict[Name, Count], Meta(max_length=MOST)] = {}
    gave_up: Instant = ""

    @property
    def checked(self) -> bool:
        return Fraction(self.best.max_score) > 0

    @property
    def done(self) -> bool:
        """Whether it ever had full points, whatever came later."""
        return self.best.full

    def passed(self, pass_mark: int) -> bool:
        """Whether it ever had so many percent of the points."""
        return self.checked and self.best.share >= Fraction(pass_mark, 100)

    def settled(self, pass_mark: int) -> bool:
        """Whether there is nothing left to do: it is passed, or was given up."""
        return self.passed(pass_mark) or bool(self.gave_up)

    def taken(self, part: str) -> int:
        """How many hints of a part were taken."""
        return self.hints.get(part[:LONGEST], 0)


def now() -> str:
    """The time as it is remembered: UTC, to the microsecond, for two checks can end in one second."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def second(at: str) -> str:
    """The second of an instant, as reports have it: `2026-11-30T12:00:00Z`."""
    return at[:19] + "Z"


def scored(result: AttemptResult, left: list[str], at: str) -> Standing:
    """What a check says of a topic."""
    names = tuple(name[:LONGEST] for name in left[:MOST])
    score = Score(str(result.score), str(result.max_score), at, min(result.version, MOST_VERSIONS), names)
    return Standing(score, score)


def hinted(part: str, number: int) -> Standing:
    """What is new when hint `number` of a part was shown, from 1."""
    return Standing(hints={part[:LONGEST]: number})


def given_up(at: str) -> Standing:
    """What is new when the solution was asked for before the topic was done."""
    return Standing(gave_up=at)


def merged(*standings: Standing) -> Standing:
    """All that several say of one topic."""
    return functools.reduce(_merged, standings, Standing())


def _merged(one: Standing, other: Standing) -> Standing:
    parts = sorted(one.hints.keys() | other.hints.keys())
    return Standing(
        best=max(one.best, other.best, key=_worth),
        last=max(one.last, other.last, key=_lateness),
        hints={part: max(one.taken(part), other.taken(part)) for part in parts[:MOST]},
        gave_up=min(filter(None, (one.gave_up, other.gave_up)), default=""),
    )


def _worth(score: Score) -> tuple[object, ...]:
    """The greater share; of two the newer version of the exercise; of two what was there first."""
    earlier = tuple(-ord(sign) for sign in score.at)
    return Fraction(score.max_score) > 0, score.share, score.version, earlier, *_rest(score)


def _lateness(score: Score) -> tuple[object, ...]:
    # Without its Z an instant to the second comes before those within it.
    return Fraction(score.max_score) > 0, score.at.rstrip("Z"), score.version, score.share, *_rest(score)


def _rest(score: Score) -> tuple[object, ...]:
    """What decides where nothing else does, so that the order of a merge does not."""
    return score.max_score, score.score, score.left
