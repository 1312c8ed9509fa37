"""Verdicts and points."""

from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import verdicts
from grader.verdicts import AttemptResult, Evidence, OwnLine, Verdict, number


def result(verdict: Verdict, points: str = "1") -> verdicts.TestResult:
    return verdicts.TestResult("T::t", "t", "part", "claim.", verdict, points)


def attempt(*tests: verdicts.TestResult) -> AttemptResult:
    return AttemptResult("tiny", 1, "tiny.py", tests)


def test_a_passed_test_earns_its_points() -> None:
    assert result("passed", "3/2").score == Fraction(3, 2)


@pytest.mark.parametrize("verdict", ["failed", "timed_out", "crashed", "not_run"])
def test_any_other_test_earns_none(verdict: Verdict) -> None:
    assert (result(verdict, "3/2").score, result(verdict, "3/2").max_score) == (0, Fraction(3, 2))


def test_thirds_add_up_to_a_whole() -> None:
    one = attempt(*[result("passed", "1/3")] * 3)

    assert (one.score, one.full) == (1, True)


@settings(database=None, deadline=None)
@given(points=st.fractions(0, 100, max_denominator=60), cases=st.integers(1, 30), data=st.data())
def test_shares_of_a_test_add_up_exactly(points: Fraction, cases: int, data: st.DataObject) -> None:
    passed = data.draw(st.integers(0, cases))
    share = str(points / cases)
    one = attempt(*[result("passed", share)] * passed, *[result("failed", share)] * (cases - passed))

    assert (one.max_score, one.score) == (points, points * passed / cases)


def test_an_attempt_with_a_failed_test_is_not_full() -> None:
    assert not attempt(result("passed"), result("failed")).full


def test_an_attempt_without_tests_scores_nothing() -> None:
    assert (attempt().score, attempt().max_score) == (0, 0)


@pytest.mark.parametrize(
    ("points", "shown"),
    [(Fraction(3), 3), (Fraction(0), 0), (Fraction(3, 2), 1.5), (Fraction(6, 3), 2), (Fraction(1, 3), 1 / 3)],
)
def test_points_are_whole_where_they_can_be(points: Fraction, shown: float) -> None:
    assert (number(points), type(number(points))) == (shown, type(shown))


def test_a_result_crosses_to_the_command_unchanged() -> None:
    why = Evidence("because.", "f(1)", "calls", "1", "2", "ValueError: x", (OwnLine("tiny.py", 3, "f()"),))
    whole = AttemptResult(
        "tiny", 1, "a.py", (verdicts.TestResult("T::t", "t", "p", "c", "failed", "1/3", 0.5, why, "out"),), "m"
    )

    assert msgspec.json.decode(msgspec.json.encode(whole), type=AttemptResult) == whole


@pytest.mark.parametrize(
    ("evidence", "written"),
    [(Evidence("because."), {"reason": "because."}), (Evidence("b.", actual=""), {"reason": "b.", "actual": ""})],
)
def test_evidence_is_written_without_what_it_lacks(evidence: Evidence, written: dict[str, Any]) -> None:
    assert msgspec.to_builtins(evidence) == written
