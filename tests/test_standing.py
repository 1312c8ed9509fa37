"""Standings merge: whichever comes first, and as often as one likes, nothing is lost."""

from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import standing
from grader.standing import Score, Standing, merged
from grader.verdicts import AttemptResult, TestResult

MOMENTS = st.sampled_from(
    ["", "2026-11-30T10:00:00Z", "2026-11-30T10:00:00.250000Z", "2026-11-30T10:00:01Z", "2027-01-01T00:00:00.000000Z"]
)
SCORES = st.builds(
    lambda most, part, at, version, left: Score(str(Fraction(most * part, 4)), str(most), at, version, left),
    st.integers(0, 3),
    st.integers(0, 4),
    MOMENTS,
    st.integers(0, 2),
    st.sampled_from([(), ("retry",), ("timer", "retry")]),
)
STANDINGS = st.builds(Standing, SCORES, SCORES, st.dictionaries(st.sampled_from("abc"), st.integers(0, 3)), MOMENTS)


@given(STANDINGS, STANDINGS, STANDINGS)
def test_a_merge_does_not_depend_on_who_comes_first(one: Standing, two: Standing, three: Standing) -> None:
    assert merged(one, two) == merged(two, one)
    assert merged(merged(one, two), three) == merged(one, merged(two, three)) == merged(one, two, three)


@given(STANDINGS, STANDINGS)
def test_what_is_merged_twice_is_merged(one: Standing, two: Standing) -> None:
    both = merged(one, two)

    assert merged(both, one) == merged(both, two) == merged(both, both) == both


@pytest.mark.parametrize("first", ["2026-11-30T10:00:00Z", "2026-11-30T10:00:00.100000Z"])
def test_of_two_checks_within_a_second_the_later_is_the_last(first: str) -> None:
    done = Score("4", "4", first, 3)
    worse = Score("1", "4", "2026-11-30T10:00:00.900000Z", 3)

    assert merged(Standing(done, done), Standing(worse, worse)) == Standing(done, worse)


@given(STANDINGS, STANDINGS)
def test_what_was_done_stays_done(one: Standing, two: Standing) -> None:
    both = merged(one, two)

    assert both.done == (one.done or two.done)
    assert both.best.share == max(one.best.share, two.best.share)
    assert all(both.taken(part) == max(one.taken(part), two.taken(part)) for part in "abc")
    assert bool(both.gave_up) == bool(one.gave_up or two.gave_up)


def score(points: int, at: str, version: int = 1) -> Standing:
    one = Score(str(points), "4", f"2026-11-{at}T10:00:00Z", version)
    return Standing(one, one)


@pytest.mark.parametrize(
    ("known", "new", "best", "last"),
    [
        (score(3, "01"), score(4, "02"), score(4, "02"), score(4, "02")),
        (score(4, "01"), score(3, "02"), score(4, "01"), score(3, "02")),
        (score(4, "01"), score(4, "02"), score(4, "01"), score(4, "02")),  # the first time counts
        (score(4, "01"), score(4, "02", 2), score(4, "02", 2), score(4, "02", 2)),  # of the newest version
        (score(4, "01", 2), score(4, "02", 1), score(4, "01", 2), score(4, "02", 1)),
        (score(4, "01", 1), score(2, "02", 2), score(4, "01", 1), score(2, "02", 2)),
    ],
)
def test_best_and_last_are_told_apart(known: Standing, new: Standing, best: Standing, last: Standing) -> None:
    assert merged(known, new) == Standing(best.best, last.last)


def test_an_unknown_topic_is_not_checked() -> None:
    nothing = Standing()

    assert (nothing.checked, nothing.done, nothing.passed(0), nothing.settled(0)) == (False, False, False, False)


@pytest.mark.parametrize(("points", "mark", "passed"), [(3, 75, True), (3, 76, False), (4, 100, True), (0, 0, True)])
def test_a_topic_is_passed_from_the_pass_mark_on(points: int, mark: int, passed: bool) -> None:
    assert score(points, "01").passed(mark) == passed
    assert score(points, "01").done == (points == 4)


def test_what_is_given_up_is_settled_and_not_done() -> None:
    one = standing.given_up("2026-11-30T10:00:00Z")

    assert (one.settled(100), one.passed(100), one.done) == (True, False, False)


def test_what_a_check_says_can_always_be_read_again() -> None:
    test = TestResult("TestA::test_a", "test_a", "a", "It holds.", "passed", "1/3")
    result = AttemptResult("tiny", 10**9, "tiny.py", (test,))

    said = standing.scored(result, ["a" * 1_000] * 1_000, standing.now())

    assert msgspec.json.decode(msgspec.json.encode(said), type=Standing) == said
    assert said.best.score == "1/3"
