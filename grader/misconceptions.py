"""What a learner's failures look like: the known misconceptions of an exercise, and the match.

`grader author record` writes down how each file of `wrong/` fails. An attempt that fails in the same tests, in the same
way, is told what that file's header says. The rule is strict, for a wrong guess costs a learner more than silence:
within the parts that a misconception touches, the same tests fail and each fails in the same kind of way; at least
half of them show the very same smallest case and fail on the very same recorded examples, with the same answers; and no
other misconception fits as well.

Why these thresholds: of 170 wrong attempts written from the briefs alone, before any of them joined the collection,
93 were named: 85 rightly and eight by a near relative. On 220 misconceptions, leaving each one out, 15 strangers were
named; without the look at all recorded examples it was 21 of 199. Most of those give the very answers of the one that
they were taken for, throughout.
"""

import hashlib
from fractions import Fraction

import msgspec

from grader.catalog import Exercise
from grader.verdicts import AttemptResult, Misconception, TestResult

SAME_CASES = Fraction(1, 2)  # of the failing tests that must show the very same case and answer


class Failure(msgspec.Struct, frozen=True):
    """How one test failed: the kind of evidence, a digest of all of it, and one of how each recorded example failed."""

    kind: str
    case: str
    examples: str


class Known(msgspec.Struct, frozen=True):
    """One misconception and its failures, by the id of the test."""

    file: str
    name: str
    explanation: str
    failures: dict[str, Failure]


class Collection(msgspec.Struct, frozen=True):
    """The known misconceptions of an exercise; they belong to one state of its suite."""

    suite: str
    known: list[Known]


def failures(result: AttemptResult) -> dict[str, Failure]:
    """How an attempt fails, by test."""
    return {test.id: _failure(test) for test in result.tests if test.verdict not in ("passed", "not_run")}


def _failure(test: TestResult) -> Failure:
    why = test.evidence
    if why is None:
        return Failure(test.verdict, "", "")
    raised = (why.raised or "").partition(":")[0]
    return Failure(
        kind="/".join((test.verdict, raised, why.subject or "")),
        case=_digest((why.snippet, why.expected, why.actual, raised)),
        examples=test.failing,
    )


def _digest(data: object) -> str:
    return hashlib.sha256(repr(data).encode()).hexdigest()[:16]


def read(exercise: Exercise) -> list[Known]:
    """The known misconceptions of an exercise; none if they were not recorded for this suite."""
    try:
        found = msgspec.json.decode(exercise.misconceptions.read_bytes(), type=Collection)
    except (OSError, msgspec.MsgspecError):
        return []
    return found.known if found.suite == exercise.suite_digest else []


def look(result: AttemptResult, exercise: Exercise) -> Misconception | None:
    """The one misconception of `exercise` that `result` looks like, if it does."""
    return None if result.full or result.message else match(result, read(exercise))


def match(result: AttemptResult, known: list[Known]) -> Misconception | None:
    """The one misconception that `result` looks like, or None rather than a guess."""
    seen = failures(result)
    if result.message or not seen:
        return None
    parts = {test.id: test.part for test in result.tests}
    fits = [(fit, one) for one in known if (fit := score(seen, one, parts)) is not None]
    fits.sort(key=lambda pair: pair[0], reverse=True)
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return None
    best = fits[0][1]
    return Misconception(best.name, best.explanation, tuple(sorted(best.failures)))


def score(seen: dict[str, Failure], one: Known, parts: dict[str, str]) -> tuple[int, Fraction] | None:
    """How well a misconception fits what was `seen`: the tests that it explains, and the share of them with the very
    same case; None if it does not. `parts` has the part of each test.
    """
    touched = {parts.get(test) for test in one.failures}
    here = {test: failure for test, failure in seen.items() if parts[test] in touched}
    if not here or here.keys() != one.failures.keys():
        return None
    if any(failure.kind != one.failures[test].kind for test, failure in here.items()):
        return None
    same = Fraction(sum(failure == one.failures[test] for test, failure in here.items()), len(here))
    return (len(here), same) if same >= SAME_CASES else None
