"""What a result asks of a learner: the part at work, the failure to work on first, and what is left.

The failure to work on first is the one with the smallest case in the first part that has any, in the order of the
suite, which is that of the file; where most of that part hangs, it is a hang. What is not written yet is no failure:
it has a name and a line, and its turn.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from grader.learner.unwritten import Unwritten, in_order, stub_in, waits
from grader.verdicts import AttemptResult, Looks, TestResult, max_score, score


@dataclass(frozen=True)
class Part:
    """One class of tests."""

    name: str
    tests: tuple[TestResult, ...]

    @property
    def score(self) -> Fraction:
        return score(self.tests)

    @property
    def max_score(self) -> Fraction:
        return max_score(self.tests)

    @property
    def done(self) -> bool:
        return self.score == self.max_score


@dataclass(frozen=True)
class Reason:
    """What several failures have in common."""

    words: str
    count: int
    as_the_first: bool  # which is told of already


@dataclass(frozen=True)
class View:
    """One result as a learner works through it."""

    result: AttemptResult
    parts: tuple[Part, ...]
    failures: tuple[TestResult, ...]  # the one to work on first is the first
    waiting: tuple[TestResult, ...]  # for what is not written yet
    unwritten: tuple[Unwritten, ...]
    settled: tuple[Part, ...]  # of which nothing is left to do, for now

    @property
    def first(self) -> TestResult | None:
        return self.failures[0] if self.failures else None

    @property
    def at_work(self) -> Part | None:
        """The part of the failure to work on; where there is none, the first that is not done."""
        if self.first is not None:
            return next(part for part in self.parts if part.name == self.first.part)
        return next((part for part in self.parts if not part.done), None)

    @property
    def left(self) -> list[str]:
        """The names of the parts that are not done, the one at work first."""
        first = self.at_work
        names = [part.name for part in self.parts if not part.done]
        return [first.name, *(name for name in names if name != first.name)] if first else names

    @property
    def untouched(self) -> bool:
        """Whether nothing is written at all: no claim holds, and none has failed."""
        return bool(self.unwritten) and not self.failures and self.result.score == 0

    def looks(self, test: TestResult, best: bool = True) -> tuple[Looks, ...]:
        """The misconceptions that show best at this test, or all that explain it."""
        return tuple(one for one in self.result.misconceptions if test.id in ((one.test,) if best else one.tests))

    def common(self) -> Reason | None:
        """What most of the other failures have in common, if it is two of them at least, or one and the first."""
        if self.first is None:
            return None
        counts = Counter(reason for test in self.failures[1:] if (reason := self._reason(test)))
        of_first = self._reason(self.first)
        words, count = max(counts.items(), key=lambda one: (one[1], one[0] == of_first), default=("", 0))
        return Reason(words, count, words == of_first) if count > 1 or (count and words == of_first) else None

    def _reason(self, test: TestResult) -> str:
        for looks in self.result.misconceptions:
            if test.id in looks.tests and len(looks.one_of) == 1:
                return looks.one_of[0].name
        if test.verdict == "timed_out":
            return f"a hang in {test.part}"
        return (test.evidence.raised or "") if test.evidence else ""


def view(result: AttemptResult, source: bytes = b"", stub: bytes = b"") -> View:
    """The view of a result; `source` is the attempt's text and `stub` what it began as, to tell what is not written."""
    parts = tuple(Part(name, tuple(tests)) for name, tests in groupby(result.tests, key=lambda test: test.part))
    looked_up = {looks.test for looks in result.misconceptions}  # there the stub's own may be the mistake itself
    left = stub_in(source, stub)
    failed = [test for test in result.tests if test.verdict not in ("passed", "not_run")]
    waiting = [test for test in failed if left.whole or (left.waits(test) and test.id not in looked_up)]
    failures = [test for test in failed if all(test is not one for one in waiting)]
    order = {part.name: number for number, part in enumerate(parts)}
    hanging = _hanging(failures)
    failures.sort(key=lambda test: (order[test.part], _rank(test, test.part in hanging), _size(test)))
    waited = waits(waiting, left, source)
    named = in_order(one for _, one in waited)
    return View(result, parts, tuple(failures), tuple(waiting), named, _settled(parts, failures, waited))


def _settled(
    parts: Iterable[Part], failures: Iterable[TestResult], waited: Iterable[tuple[TestResult, Unwritten]]
) -> tuple[Part, ...]:
    """The parts that have points, and wait at most for what belongs to another: where most tests wait for it."""
    waiting: dict[str, Counter[str]] = {}
    for test, one in waited:
        waiting.setdefault(one.name, Counter())[test.part] += 1
    unsettled = {homes.most_common(1)[0][0] for homes in waiting.values()} | {test.part for test in failures}
    return tuple(part for part in parts if part.score and part.name not in unsettled)


def _hanging(failures: Iterable[TestResult]) -> set[str]:
    """The parts in which most failures are hangs: there it is the loop that is to be mended."""
    counts: Counter[str] = Counter()
    for test in failures:
        counts[test.part] += 1 if test.verdict == "timed_out" else -1
    return {part for part, more in counts.items() if more > 0}


def _rank(test: TestResult, hanging: bool) -> int:
    """A hang and a crash come last, for they say least; but a hang comes first where most of its part hangs."""
    if hanging and test.verdict == "timed_out":
        return 0
    return 1 if test.verdict == "failed" and test.evidence is not None else 2


def _size(test: TestResult) -> int:
    """How much there is to read."""
    why = test.evidence
    return len(why.snippet or "") + len(why.expected or "") + len(why.actual or "") if why else 0
