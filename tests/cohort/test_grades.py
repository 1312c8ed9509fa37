"""Grades: a view over what was handed in, judged and decided, so that nothing that moves needs a regrade."""

import hashlib
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import msgspec
import pytest

from grader.classroom.plan import Late, LateDays, Plan, Topic
from grader.cohort import decisions, diff, explain, grades
from grader.cohort.gradebook import Gradebook
from grader.cohort.grades import Grade
from grader.cohort.rows import Found, Grading, Judgement
from grader.errors import UsageError
from grader.verdicts import AttemptResult, TestResult
from tests.cohort.conftest import NOON

DUE = datetime(2026, 12, 14, 22, 59, tzinfo=UTC)
DAY = timedelta(days=1)
PLAN = Plan(
    "cs101",
    7,
    "0" * 64,
    {"tiny": Topic(30, DUE), "second": Topic(10, DUE + 7 * DAY)},
    late=Late(days=LateDays(3, 2)),
)
WHO = "s-1"


def replaced(**changes: object) -> Plan:
    return msgspec.structs.replace(PLAN, **changes)


def hand_in(book: Gradebook, commit: str, at: datetime, text: str = "", topic: str = "tiny", who: str = WHO) -> str:
    """Looks at the student's work the minute before and at `at`."""
    book.add_students([who], NOON)
    source = (text or commit).encode()
    book.take(who, "u", at, commit, [Found(topic, source)])
    return hashlib.sha256(source).hexdigest()


def judge(book: Gradebook, attempt: str, score: str, topic: str = "tiny", by: Grading | None = None) -> None:
    by = by or grading(book)
    key = by.key(topic, attempt)
    assert key is not None
    verdict = "passed" if score == "4" else "failed"
    tests = (TestResult("T::a", "a", "T", "a", verdict, "4"),)  # type: ignore[arg-type]
    result = msgspec.json.encode(AttemptResult(topic, 1, "x", tests))
    book.judged([Judgement(key, score, "4", "sealed", result, "", NOON)])


def grading(book: Gradebook, suite: str = "b") -> Grading:
    return book.grading({"tiny": suite, "second": "c"}, 7, "0.1.0", "any", NOON)


def grade(book: Gradebook, plan: Plan = PLAN, topic: str = "tiny", who: str = WHO) -> Grade:
    return grades.view(plan, grading(book), grades.read(book))[who, topic]


def said(book: Gradebook, plan: Plan = PLAN) -> str:
    one = grade(book, plan)
    seen = grades.read(book).sightings[WHO, one.submission.commit] if one.submission else None
    return "\n".join(explain.lines(one, seen, grading(book), plan.topics["tiny"].due))


def test_points_are_the_share_of_the_suites_points_and_exact(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", NOON), "7/3")
    one = grade(book)
    assert (one.state, one.points, one.of) == ("graded", Fraction(7, 12) * 30, 30)
    assert grades.rounded(one.points or Fraction(0)) == "17.5"


def test_the_latest_or_the_best_or_the_latest_on_time_counts(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", DUE - 2 * DAY), "4")
    judge(book, hand_in(book, "c2", DUE - DAY), "1")
    judge(book, hand_in(book, "c3", DUE + DAY), "3")
    book.push(WHO, "c3", DUE + DAY, "activity")
    latest, best = grade(book), grade(book, replaced(count="best"))
    on_time = grade(book, replaced(count="latest-on-time"))
    assert [one.submission and one.submission.commit for one in (latest, best, on_time)] == ["c3", "c1", "c2"]
    assert (latest.late, on_time.late) == (True, False)


def test_what_is_found_again_counts_as_the_newest(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", NOON), "4")
    judge(book, hand_in(book, "c2", NOON + DAY), "1")
    hand_in(book, "c1", NOON + 2 * DAY)
    assert grade(book).points == 30


def test_late_days_are_taken_in_the_order_of_the_dates(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", DUE), "4")
    book.push(WHO, "c1", DUE + 2 * DAY, "activity")
    judge(book, hand_in(book, "c2", DUE + 9 * DAY, topic="second"), "4", "second")
    book.push(WHO, "c2", DUE + 9 * DAY, "activity")
    first, second = grade(book), grade(book, topic="second")
    assert (first.cost.free, second.days_left, second.cost.free) == (2, 1, 1)
    assert (first.points, second.points) == (30, 9)
    decisions.decide(book, PLAN, WHO, "", "late-days", "1", "ill")
    assert grade(book, topic="second").points == 10


def test_a_date_that_moves_needs_no_judgement(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", DUE), "4")
    book.push(WHO, "c1", DUE + 5 * DAY, "activity")
    assert grade(book).points == 21
    later = replaced(topics={"tiny": Topic(30, DUE + 5 * DAY)})
    assert grade(book, later).points == 30
    decisions.decide(book, PLAN, WHO, "tiny", "extend", "4 d", "ill")
    assert grade(book).points == 30


def test_refused_work_does_not_count_and_what_came_before_does(book: Gradebook) -> None:
    strict = replaced(late=Late(after="refuse"))
    judge(book, hand_in(book, "c1", DUE), "4")
    book.push(WHO, "c1", DUE + DAY, "activity")
    assert grade(book, strict).points == 0
    judge(book, hand_in(book, "c2", DUE + 2 * DAY), "2")
    book.push(WHO, "c2", DUE - DAY, "activity")
    hand_in(book, "c1", DUE + 3 * DAY)
    assert grade(book, strict).points == 15


def test_nothing_handed_in_is_no_zero_before_somebody_has_looked_after_the_date(book: Gradebook) -> None:
    book.add_students([WHO], NOON)
    assert (grade(book).state, grade(book).points) == ("nothing", None)
    book.take(WHO, "u", DUE - DAY, "", [])
    book.fail(WHO, "u", DUE + DAY, "no answer")
    assert grade(book).points is None, "a fork that can't be reached is nobody's zero"
    book.take(WHO, "u", DUE + DAY, "c1", [Found("tiny", problem="a link")])
    assert (grade(book).state, grade(book).points, grade(book).why) == ("unread", 0, "a link")


def test_what_waits_or_faulted_has_no_points(book: Gradebook) -> None:
    hand_in(book, "c1", NOON)
    assert (grade(book).state, grade(book).points) == ("waiting", None)


def test_decisions_are_added_and_can_be_withdrawn(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", DUE), "2")
    book.push(WHO, "c1", DUE + 5 * DAY, "activity")
    one = decisions.decide(book, PLAN, WHO, "tiny", "override", "27.5", "misread", "Dr. T")
    assert (grade(book).points, grade(book).cost.free) == (Fraction(55, 2), 0)
    assert "override 55/2, by Dr. T" in said(book)
    decisions.decide(book, PLAN, WHO, "tiny", "withhold", "", "misconduct")
    assert (grade(book).state, grade(book).points) == ("withheld", None)
    for number in (one.id, one.id + 1):
        decisions.decide(book, PLAN, WHO, "tiny", "withdraw", str(number), "a mistake")
    assert grade(book).points == Fraction(15) * Fraction(7, 10)
    decisions.decide(book, PLAN, WHO, "tiny", "excuse", "", "ill")
    assert (grade(book).state, grade(book).points) == ("excused", None)
    assert len(book.decisions()) == 5


@pytest.mark.parametrize(
    ("topic", "kind", "value", "reason", "complaint"),
    [
        ("tiny", "override", "31", "x", "more than the 30"),
        ("tiny", "override", "27/0", "x", "no number of points"),
        ("tiny", "override", "nan", "x", "no number of points"),
        ("tiny", "override", "27", "  ", "say why"),
        ("tiny", "praise", "", "x", "nothing that can be decided"),
        ("tiny", "excuse", "3", "x", "takes no value"),
        ("tiny", "extend", "soon", "x", "no span of time"),
        ("tiny", "late-days", "many", "x", "no number of days"),
        ("tiny", "withdraw", "77", "x", "no decision about this student"),
        ("none", "excuse", "", "x", "no topic of this class"),
        ("", "excuse", "", "x", "name the topic"),
    ],
)
def test_what_says_nothing_is_not_decided(
    book: Gradebook, topic: str, kind: str, value: str, reason: str, complaint: str
) -> None:
    book.add_students([WHO], NOON)
    with pytest.raises(UsageError, match=complaint):
        decisions.decide(book, PLAN, WHO, topic, kind, value, reason)
    assert book.decisions() == []


def test_a_release_stands_until_the_next_one(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", NOON), "2")
    assert grades.released(book, PLAN) == {}
    book.release(grading(book).id, "teacher", NOON)
    judge(book, hand_in(book, "c2", NOON + DAY), "4")
    assert grades.released(book, PLAN)[WHO, "tiny"].points == 15
    assert grade(book).points == 30
    book.release(grading(book).id, "teacher", NOON)
    assert grades.released(book, PLAN)[WHO, "tiny"].points == 30


def test_a_release_can_leave_nobody_worse_off(book: Gradebook) -> None:
    attempt = hand_in(book, "c1", NOON)
    judge(book, attempt, "4")
    book.release(grading(book).id, "teacher", NOON)
    mended = grading(book, "mended")
    judge(book, attempt, "0", by=mended)
    (move,) = diff.between(book, grades.released(book, PLAN), grades.view(PLAN, mended, grades.read(book)))
    assert (move.before, move.after, move.tests) == (30, 0, (("T::a", "passed", "failed"),))
    book.release(mended.id, "teacher", NOON, never_lower=True)
    kept = grades.released(book, PLAN)[WHO, "tiny"]
    assert (kept.points, kept.before) == (30, 30)
    book.release(mended.id, "teacher", NOON)
    assert grades.released(book, PLAN)[WHO, "tiny"].points == 0


def test_the_whole_sum_is_said_with_its_sources(book: Gradebook) -> None:
    judge(book, hand_in(book, "c1", DUE + 3 * DAY), "7/3")
    book.push(WHO, "c1", DUE + 3 * DAY, "activity")
    assert said(book).splitlines() == [
        "handed in  commit c1, first seen 2026-12-17 22:59:00 UTC; pushed 2026-12-17 22:59:00 UTC, as the server says",
        "judged     7/3 of 4 points in grading 1 (suite b, isolation sealed, 2026-12-01 12:00:00 UTC)",
        "due        2026-12-14 22:59:00 UTC",
        "late       3 days, 0:00:00: 3 begun days, 2 of them free",
        "counts     7/12 of the class's 30 points: 17.5",
        "penalty    10 % of that: -1.75",
        "grade      15.75 of 30",
    ]


@pytest.mark.parametrize(
    ("points", "text"),
    [
        ("0", "0"),
        ("30", "30"),
        ("1/3", "0.33"),
        ("1/200", "0.01"),
        ("1001/1000", "1"),
        ("399/200", "2"),
        ("0.1", "0.1"),
    ],
)
def test_points_are_rounded_once_and_halves_go_up(points: str, text: str) -> None:
    assert grades.rounded(Fraction(points)) == text
