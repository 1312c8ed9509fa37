"""What a learner's failures look like: the known misconceptions of an exercise, and the match.

`grader author record` writes down how each file of `wrong/` fails, test by test. People mix mistakes, so each failing
test is looked up by itself: it is *alike* where it fails on the same recorded examples in the same way, with the same
answers. What is named explains most, and so on with what is left over; each misconception is named once. A wrong guess
costs a learner more than silence, so a misconception is named only if

- a way to fail that is alike says something (`judge/suite/survey.py`), or two are alike that say little;
- a third of its failures are alike, where all its tests fail (another mistake may have changed some of them), and three
  fifths, where some pass;
- a third of what fails in the parts that it touches is explained, by it or by others;
- no more than three are alike; where it is two or three, they are named together.

Measured on 300 attempts with two or three misconceptions of the collection, put together by machine: of failing tests
with a known cause 95 % were named, none wrongly. On forty that were written from the briefs alone, with two or three
mistakes each: of 291 failing tests with a known cause 81 % were named, and of all 317 that failed 4 % wrongly, 2 % more
with a name that fits in part. What stays silent is mostly the same mistake in another variant.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import msgspec

from grader.catalog import Exercise
from grader.verdicts import AttemptResult, Looks, Misconception

ALIKE = Fraction(1, 3)  # of a misconception's failures, where all its tests fail
ALIKE_WHERE_SOME_PASS = Fraction(3, 5)
EXPLAINED = Fraction(1, 3)  # of the failures in the parts that it touches
TOGETHER = 3  # misconceptions that are named as one of several
SAYS_LITTLE = "~"  # how a digest begins that stands for a failure which many mistakes have

Failures = Mapping[str, str]  # by the id of the test: how it fails, as `TestResult.failing`


class Known(msgspec.Struct, frozen=True):
    """One misconception and its failures."""

    file: str
    name: str
    explanation: str
    failures: dict[str, str]


class Collection(msgspec.Struct, frozen=True):
    """The known misconceptions of an exercise; they belong to one state of its suite."""

    suite: str
    known: list[Known]


class Match(msgspec.Struct, frozen=True):
    """Tests that fail alike for these misconceptions: one, or several that can't be told apart."""

    tests: tuple[str, ...]
    known: tuple[Known, ...]


def failures(result: AttemptResult) -> dict[str, str]:
    """How an attempt fails, by test."""
    return {test.id: test.failing for test in result.tests if test.verdict not in ("passed", "not_run")}


def read(exercise: Exercise) -> list[Known]:
    """The known misconceptions of an exercise; none if they were not recorded for this suite."""
    try:
        found = msgspec.json.decode(exercise.misconceptions.read_bytes(), type=Collection)
    except (OSError, msgspec.MsgspecError):
        return []
    return found.known if found.suite == exercise.suite_digest else []


def look(result: AttemptResult, exercise: Exercise) -> tuple[Looks, ...]:
    """The misconceptions of `exercise` that `result` looks like, each with the tests that it explains."""
    if result.full or result.message:
        return ()
    known = read(exercise)
    return tuple(_looks(match, known) for match in matches(failures(result), known))


def _looks(match: Match, known: list[Known]) -> Looks:
    """Shown at the test at which the fewest others fail, the first of these."""
    crowd = {test: sum(test in one.failures for one in known) for test in match.tests}
    shown = min(match.tests, key=lambda test: crowd[test])
    return Looks(shown, match.tests, tuple(Misconception(one.name, one.explanation) for one in match.known))


def matches(seen: Failures, known: Iterable[Known]) -> list[Match]:
    """What explains the failures that were `seen`: first what explains most of them, then most of what is left."""
    fits = [(one, alike) for one in known if (alike := _alike(seen, one))]
    found: list[Match] = []
    left = set(seen)
    while rest := [(one, alike & left) for one, alike in fits if alike & left]:
        best = max(_rank(one, alike) for one, alike in rest)
        first = next(alike for one, alike in rest if _rank(one, alike) == best)
        together = tuple(one for one, alike in rest if alike == first and _rank(one, alike) == best)
        found.append(Match(tuple(test for test in seen if test in first), together))
        left -= first
    return [one for one in found if len(one.known) <= TOGETHER and _explained(one, found, seen)]


def _rank(one: Known, alike: frozenset[str]) -> tuple[int, int]:
    """The better, the more it explains, and the less else it should have done."""
    return len(alike), -len(one.failures)


def _alike(seen: Failures, one: Known) -> frozenset[str]:
    """The tests at which a misconception fails as was `seen`; none where that is too little to name it."""
    alike = frozenset(test for test, failing in one.failures.items() if failing and seen.get(test) == failing)
    little = sum(one.failures[test].startswith(SAYS_LITTLE) for test in alike)
    enough = ALIKE if one.failures.keys() <= seen.keys() else ALIKE_WHERE_SOME_PASS
    says = len(alike) > little or little > 1
    return alike if says and len(alike) >= enough * len(one.failures) else frozenset()


def _explained(one: Match, found: list[Match], seen: Failures) -> bool:
    """Whether enough of what fails in its parts is explained at all: elsewise the cause is likely another."""
    explained = {test for match in found for test in match.tests}
    for part in {_part(test) for test in one.tests}:
        here = [test for test in seen if _part(test) == part]
        if len(explained.intersection(here)) < EXPLAINED * len(here):
            return False
    return True


def _part(test: str) -> str:
    """The class of a test."""
    return test.partition("::")[0]
