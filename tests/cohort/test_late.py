"""Lateness: doubt goes to the student, and more time never costs anything."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.classroom.plan import Late, LateDays, Penalty
from grader.cohort import late
from grader.cohort.late import Cost, Handed
from grader.cohort.rows import Decision, Sighting
from grader.errors import UsageError
from tests.cohort.conftest import NOON

DUE = datetime(2026, 12, 14, 22, 59, tzinfo=UTC)
HOUR = timedelta(hours=1)
FREE = Late(days=LateDays(3, 2), penalty=Penalty("10 %", "50 %"))
REFUSE = Late(after="refuse", days=LateDays(3, 2))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.timezones())
SPANS = st.timedeltas(timedelta(0), timedelta(days=30))


def sighting(**changes: datetime | None) -> Sighting:
    return Sighting("s", "c", **{"seen_at": NOON, **changes})  # type: ignore[arg-type]


def test_a_server_is_believed_first_then_the_look_before_and_nobody_else() -> None:
    assert late.handed([sighting(pushed_at=DUE, not_before=NOON)]) == Handed(DUE, "push")
    assert late.handed([sighting(not_before=NOON)]) == Handed(NOON, "sync")
    assert late.handed([sighting()]) == Handed(None, "none")


def test_the_same_bytes_count_from_their_first_time() -> None:
    assert late.handed([sighting(pushed_at=DUE), sighting(pushed_at=NOON)]).at == NOON
    assert late.handed([sighting(pushed_at=DUE), sighting()]).at is None, "nobody can tell, so it is in time"


@pytest.mark.parametrize(
    ("seconds", "is_late"), [(0, False), (59, False), (60 + 299, False), (60 + 300, True), (86_400, True)]
)
def test_a_date_holds_to_the_end_of_its_minute_and_the_grace(seconds: int, is_late: bool) -> None:
    assert bool(late.by(Handed(DUE + timedelta(seconds=seconds), "push"), DUE, "5 min")) == is_late


def test_a_date_with_seconds_holds_to_the_end_of_that_second() -> None:
    due = DUE.replace(second=30)
    assert not late.by(Handed(due + timedelta(milliseconds=999), "push"), due, "0 min")
    assert late.by(Handed(due + timedelta(seconds=1), "push"), due, "0 min")


@pytest.mark.parametrize(
    ("policy", "hours", "left", "cost"),
    [
        (FREE, 0, 3, Cost()),
        (FREE, 1, 3, Cost(1, 1)),
        (FREE, 48, 3, Cost(2, 2)),
        (FREE, 49, 3, Cost(3, 2, Fraction(1, 10))),
        (FREE, 49, 1, Cost(3, 1, Fraction(2, 10))),
        (FREE, 24 * 30, 0, Cost(30, 0, Fraction(1, 2))),
        (REFUSE, 48, 3, Cost(2, 2)),
        (REFUSE, 49, 3, Cost(3, refused=True)),
    ],
)
def test_days_are_free_first_and_then_cost(policy: Late, hours: int, left: int, cost: Cost) -> None:
    assert late.cost(hours * HOUR, policy, policy.days.per_topic, left) == cost


@settings(deadline=None)
@given(handed=MOMENTS, due=MOMENTS, more=SPANS, left=st.integers(0, 5), refuse=st.booleans())
def test_more_time_never_means_less(handed: datetime, due: datetime, more: timedelta, left: int, refuse: bool) -> None:
    policy = REFUSE if refuse else FREE
    # In UTC: Python adds to a local time by the clock on the wall.
    due, handed_in = due.astimezone(UTC), Handed(handed, "push")

    def kept(moment: datetime) -> Fraction:
        cost = late.cost(late.by(handed_in, moment, policy.grace), policy, policy.days.per_topic, left)
        return Fraction(0) if cost.refused else 1 - cost.penalty

    assert kept(due + more) >= kept(due)


def extension(value: str) -> Decision:
    return Decision("s", "tiny", "extend", value, "ill", "teacher", NOON)


def test_an_extension_is_a_span_or_a_moment_and_never_takes_time_away() -> None:
    assert late.due(DUE, [extension("48 h")]) == DUE + 48 * HOUR
    assert late.due(DUE, [extension("+2 d"), extension("1 h")]) == DUE + 48 * HOUR
    assert late.due(DUE, [extension("2026-12-16T12:00+01:00")]) == datetime(2026, 12, 16, 11, tzinfo=UTC)
    assert late.due(DUE, [extension("2026-12-01T12:00+01:00")]) == DUE
    assert late.due(None, [extension("48 h")]) is None
    for wrong in ("tomorrow", "2026-12-16T12:00", "-3 h", ""):
        with pytest.raises(UsageError):
            late.moved(DUE, wrong)
