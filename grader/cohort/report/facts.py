"""What can be said about one topic: numbers that a teacher decides something with."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from grader.cohort.report.entries import Entry, Topic
from grader.verdicts import AttemptResult, Evidence, TestResult

BANDS = ("0", "1 to 24", "25 to 49", "50 to 74", "75 to 99", "100")  # percent
_BOUNDS = (Fraction(1, 100), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1))
TELLS_APART = 6  # graded attempts from which on thirds say something
MOST_TEXT = 600  # signs of a case
ODD = 0.0  # at which discrimination a claim is odd: the weak pass it as often as the strong
SLOW = 5.0  # times the median


@dataclass(frozen=True)
class Case:
    """The smallest failing input that anybody's attempt had: nobody is named, and nothing of the attempt is shown."""

    snippet: str
    expected: str
    actual: str


@dataclass(frozen=True)
class Claim:
    """One test over all attempts that were graded. `apart` is its discrimination, from -1 to 1: the pass rate of the
    best third less that of the weakest, None where too few were graded.
    """

    id: str
    part: str
    claim: str
    points: Fraction
    passed: int
    judged: int
    apart: float | None
    seconds: float
    reason: str

    @property
    def rate(self) -> float:
        return self.passed / self.judged if self.judged else 0.0

    @property
    def remark(self) -> str:
        """What a teacher should think of, in a word or two."""
        if self.judged < TELLS_APART:
            return ""
        if self.passed == 0:
            return "nobody passes: is it right?"
        if self.passed == self.judged:
            return "all pass"
        if self.apart is not None and self.apart <= ODD:
            return "good attempts fail it as often: is it right?"
        return ""


@dataclass(frozen=True)
class Mistake:
    """A known misconception, and how many students have it."""

    name: str
    explanation: str
    students: int
    case: Case | None


@dataclass(frozen=True)
class Facts:
    """One topic in numbers."""

    topic: Topic
    students: int
    begun: int
    graded: int
    full: int
    late: int
    median: float  # percent of the points that were graded
    bands: tuple[int, ...]  # students by share, as `BANDS`
    claims: tuple[Claim, ...]
    mistakes: tuple[Mistake, ...]


def facts(topic: Topic) -> Facts:
    """All that is known about one topic; its results are needed no more afterwards."""
    graded = [one for one in topic.entries if one.graded]
    shares = [one.share for one in graded]
    return Facts(
        topic=topic,
        students=len(topic.entries),
        begun=sum(one.state != "not begun" for one in topic.entries),
        graded=len(graded),
        full=sum(one == 1 for one in shares),
        late=sum(one.late for one in topic.entries),
        median=float(statistics.median(shares)) * 100 if shares else 0.0,
        bands=bands(shares),
        claims=tuple(claims(graded)),
        mistakes=tuple(mistakes(graded)),
    )


def band(share: Fraction) -> int:
    """The place of a share in `BANDS`."""
    return sum(share >= bound for bound in _BOUNDS)


def bands(shares: Iterable[Fraction]) -> tuple[int, ...]:
    """How many shares there are in each band."""
    found = Counter(map(band, shares))
    return tuple(found[number] for number in range(len(BANDS)))


def claims(graded: Sequence[Entry]) -> list[Claim]:
    """The claims in the order of the suite."""
    ranked = sorted(graded, key=lambda one: one.share)
    third = len(ranked) // 3
    weak = {id(one) for one in ranked[:third]}
    strong = {id(one) for one in ranked[len(ranked) - third :]} if third else set()
    found: dict[str, list[tuple[TestResult, Entry]]] = defaultdict(list)
    for one in graded:
        for test in one.result.tests if one.result else ():
            found[test.id].append((test, one))
    return [_claim(rows, weak, strong, len(graded)) for rows in found.values()]


def _claim(rows: Sequence[tuple[TestResult, Entry]], weak: set[int], strong: set[int], graded: int) -> Claim:
    first = rows[0][0]
    passed = [test.verdict == "passed" for test, _ in rows]
    reasons = Counter(_reason(test) for test, _ in rows if test.verdict != "passed")

    def rate(who: set[int]) -> float:
        return sum(one for one, (_, entry) in zip(passed, rows, strict=True) if id(entry) in who) / max(1, len(who))

    return Claim(
        id=first.id,
        part=first.part,
        claim=first.claim or first.name,
        points=first.max_score,
        passed=sum(passed),
        judged=len(rows),
        apart=rate(strong) - rate(weak) if graded >= TELLS_APART else None,
        seconds=statistics.median(test.used_s for test, _ in rows),
        reason=reasons.most_common(1)[0][0] if reasons else "",
    )


def _reason(test: TestResult) -> str:
    """Why a test was not passed, in words that several attempts can share."""
    if test.verdict in ("timed_out", "crashed"):
        return test.verdict.replace("_", " ")
    evidence = test.evidence
    if evidence is None:
        return "not run" if test.verdict == "not_run" else test.verdict
    if evidence.raised:
        return evidence.raised.partition("\n")[0].partition(":")[0][:80]
    return evidence.reason.partition("\n")[0][:120]


def mistakes(graded: Sequence[Entry]) -> list[Mistake]:
    """The misconceptions that attempts look like, the most frequent first. One of several that can't be told apart
    counts for each of them.
    """
    students: Counter[str] = Counter()
    said: dict[str, str] = {}
    cases: dict[str, list[Case]] = defaultdict(list)
    for entry in graded:
        result = entry.result
        named = {one.name: looks.test for looks in result.misconceptions for one in looks.one_of} if result else {}
        for looks in result.misconceptions if result else ():
            said.update((one.name, one.explanation) for one in looks.one_of)
        students.update(named.keys())
        for name, test in named.items():
            if result and (case := _case(result, test)):
                cases[name].append(case)
    return [
        Mistake(name, said[name], number, min(cases[name], key=_length, default=None))
        for name, number in sorted(students.items(), key=lambda one: (-one[1], one[0]))
    ]


def _case(result: AttemptResult, id: str) -> Case | None:
    found: Evidence | None = next((test.evidence for test in result.tests if test.id == id), None)
    if found is None or not found.snippet:
        return None
    return Case(found.snippet[:MOST_TEXT], (found.expected or "")[:MOST_TEXT], (found.actual or "")[:MOST_TEXT])


def _length(case: Case) -> tuple[int, str, str]:
    return len(case.snippet) + len(case.expected) + len(case.actual), case.snippet, case.actual


def suspicious(entry: Entry, median: float) -> str:
    """Why a person should look at how this was graded; empty where nothing is odd."""
    result = entry.result
    if result is None:
        return ""
    odd = []
    if result.isolation is not None and result.isolation.level != "sealed":
        odd.append(f"isolated {result.isolation.level} only")
    if died := sum(test.verdict in ("timed_out", "crashed") for test in result.tests):
        odd.append(f"{died} of {len(result.tests)} tests timed out or crashed")
    used = sum(test.used_s for test in result.tests)
    if median and used > max(1.0, SLOW * median):
        odd.append(f"took {used:.1f} s, and others {median:.1f} s")
    if result.signs:
        odd.append(", ".join(sorted({one.sign for one in result.signs})))
    return "; ".join(odd)
