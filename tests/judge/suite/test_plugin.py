"""What the judge makes of a suite: its tests, their points and claims, and how they end."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Event, Fault, Job, Judged
from grader.verdicts import AttemptResult
from tests.judge.suite.conftest import ECHO, MANIFEST, NUMBERS, SCENARIOS

Tell = Callable[..., list[Event]]
Result = Callable[..., AttemptResult]
Broken = Callable[..., str]

# --- what a suite says ---


def test_a_class_is_a_part_and_a_docstring_a_claim(result: Result) -> None:
    (test,) = result('''
        class TestRetry:
            """retry"""

            def test_stops(self, attempt):
                """It stops at once.

                What follows is for authors.
                """
    ''').tests

    assert (test.id, test.name, test.part, test.claim) == (
        "TestRetry::test_stops",
        "test_stops",
        "retry",
        "It stops at once.",
    )


def test_without_docstrings_the_names_speak(result: Result) -> None:
    (test,) = result("""
        class TestRetryWithDelay:
            def test_stops_at_once(self, attempt):
                pass
    """).tests

    assert (test.part, test.claim) == ("retry with delay", "stops at once")


def test_a_test_outside_a_class_belongs_to_all(result: Result) -> None:
    (test,) = result("def test_it(attempt): pass").tests

    assert (test.id, test.part) == ("test_it", "all")


def test_tests_come_in_the_suites_order(result: Result) -> None:
    suite = """
        class TestB:
            def test_z(self, attempt): pass
            def test_a(self, attempt): pass
        def test_b(attempt): pass
    """

    assert [test.id for test in result(suite, points=3).tests] == ["TestB::test_z", "TestB::test_a", "test_b"]


# --- points ---


@pytest.mark.parametrize(("mark", "points"), [("", 1), ("@points(3)", 3)])
def test_a_test_is_worth_its_points_or_one(result: Result, mark: str, points: int) -> None:
    (test,) = result(f"{mark}\ndef test_it(attempt): pass", points=points).tests

    assert test.max_score == points


def test_points_need_not_be_whole(result: Result) -> None:
    suite = "@points(0.5)\ndef test_a(attempt): pass\n@points('1/2')\ndef test_b(attempt): pass"

    assert [test.max_score for test in result(suite).tests] == [Fraction(1, 2)] * 2


@pytest.mark.parametrize("cases", [1, 3, 7])
def test_cases_share_the_points_of_their_test(result: Result, cases: int) -> None:
    suite = f"@points(2)\n@pytest.mark.parametrize('n', range({cases}))\ndef test_it(attempt, n): pass"
    found = result(suite, points=2)

    assert ([test.max_score for test in found.tests], found.max_score) == ([Fraction(2, cases)] * cases, 2)


def test_cases_of_cases_share_the_points_too(result: Result) -> None:
    suite = """
        @points(5)
        @pytest.mark.parametrize("a", "xy")
        @pytest.mark.parametrize("b", range(3))
        def test_it(attempt, a, b): pass
    """

    assert [test.points for test in result(suite, points=5).tests] == ["5/6"] * 6


def test_points_of_a_class_hold_for_each_of_its_tests(result: Result) -> None:
    suite = """
        @points(2)
        class TestIt:
            def test_a(self, attempt): pass
            @points(3)
            def test_b(self, attempt): pass
    """

    assert [test.max_score for test in result(suite, points=5).tests] == [2, 3]


def test_a_test_of_the_same_name_in_another_class_shares_nothing(result: Result) -> None:
    suite = "class TestA:\n    def test_it(self, attempt): pass\nclass TestB:\n    def test_it(self, attempt): pass"

    assert [test.max_score for test in result(suite, points=2).tests] == [1, 1]


@pytest.mark.parametrize(("suite", "total"), [("", 0), ("def test_a(attempt): pass\ndef test_b(attempt): pass", 2)])
def test_a_suite_that_does_not_add_up_is_broken(fault: Broken, suite: str, total: int) -> None:
    assert f"adds up to {total} points, its manifest says 1" in fault(suite)


# --- how tests end ---


def test_a_suite_may_have_fixtures_and_cases_beside_examples(result: Result) -> None:
    suite = """
        @pytest.fixture
        def base():
            return 10

        @pytest.mark.parametrize("sign", [1, -1])
        @given(n=st.integers(0, 5))
        def test_it(attempt, base, sign, n):
            assert attempt.one(sign * n + base) == sign * n + base
    """

    assert [test.verdict for test in result(suite).tests] == ["passed", "passed"]


def test_a_comparison_is_evidence(result: Result) -> None:
    (test,) = result("def test_it(attempt):\n    seen = attempt.one(3)\n    assert seen == 4").tests

    assert test.evidence is not None
    assert (test.evidence.subject, test.evidence.expected, test.evidence.actual) == ("seen", "4", "3")


def test_the_comparison_of_an_earlier_example_is_no_evidence(result: Result) -> None:
    suite = """
        def test_it(attempt):
            try:
                assert attempt.one(1) == 2
            except AssertionError:
                pass
            assert not attempt.one(3)
    """
    (test,) = result(suite).tests

    assert test.verdict == "failed"


def test_long_texts_are_compared_at_once(result: Result) -> None:
    (test,) = result("def test_it(attempt):\n    assert attempt.one('ab' * 50_000) == 'ba' * 50_000").tests

    assert test.verdict == "failed"
    assert test.duration_s < 2


def test_examples_are_made_small(result: Result) -> None:
    suite = "@given(n=st.integers(0, 1000))\ndef test_it(attempt, n):\n    assert attempt.one(n) == n"
    (test,) = result(suite, "def run(n):\n    return n if n < 41 else 0\n").tests

    assert test.evidence is not None
    assert test.evidence.snippet is not None
    assert (test.evidence.snippet.splitlines()[-1], test.evidence.actual) == ('print("one:", run(41))', "0")


def test_where_only_verdicts_are_wanted_nothing_is_made_small(result: Result) -> None:
    suite = "@given(n=st.integers(0, 1000))\ndef test_it(attempt, n):\n    assert attempt.one(n) == n"
    source = "def run(n):\n    return n if n < 41 else 0\n"
    (small,) = result(suite, source).tests
    (quick,) = result(suite, source, survey=False).tests

    assert (small.verdict, quick.verdict) == ("failed", "failed")
    assert small.evidence is not None
    assert quick.evidence is not None
    assert "run(41)" in (small.evidence.snippet or "")
    assert "run(41)" not in (quick.evidence.snippet or "")
    assert quick.failing == ""


def test_a_failure_that_hangs_while_it_is_made_small_stays_a_failure(result: Result) -> None:
    suite = "@given(n=st.integers(0, 1000))\ndef test_it(attempt, n):\n    assert attempt.one(n) == n"
    source = "def run(n):\n    if n < 50: return n\n    while n < 100: pass\n    return 0\n"
    (test,) = result(suite, source, call_seconds=0.3).tests

    assert test.verdict in ("failed", "timed_out")
    assert test.evidence is not None
    assert "run(0)" not in (test.evidence.snippet or "")


def test_every_test_ends_its_children(result: Result) -> None:
    suite = """
        @pytest.mark.parametrize("n", range(3))
        def test_it(attempt, n):
            seen = attempt.one(n), attempt.fresh().one(n)
            assert seen == (n, n)
    """

    assert [test.verdict for test in result(suite).tests] == ["passed"] * 3


def test_a_test_that_never_calls_the_attempt_passes(result: Result) -> None:
    assert result("def test_it(attempt): pass").score == 1


def test_judged_tests_are_told_one_by_one(tell: Tell) -> None:
    told = tell("@pytest.mark.parametrize('n', range(3))\ndef test_it(attempt, n): pass")

    assert [event.test.name for event in told if isinstance(event, Judged)] == [
        "test_it[0]",
        "test_it[1]",
        "test_it[2]",
    ]


# --- suites at fault ---


@pytest.mark.parametrize(
    "suite",
    [
        "def test_it(attempt):\n    pytest.skip('not today')",
        "@pytest.fixture\ndef bad():\n    1 / 0\ndef test_it(attempt, bad): pass",
        "@pytest.fixture\ndef bad():\n    yield\n    1 / 0\ndef test_it(attempt, bad): pass",
        "@given(n=st.integers(2, 1))\ndef test_it(attempt, n): pass",
        "@given(n=st.integers().filter(lambda n: False))\ndef test_it(attempt, n): pass",
    ],
    ids=["skip", "setup", "teardown", "bounds", "filter"],
)
def test_a_suite_that_breaks_is_not_the_attempts_fault(fault: Broken, suite: str) -> None:
    assert "test_it is broken" in fault(suite)


@pytest.mark.parametrize("suite", ["import no_such_module", "def test_it(attempt):", "raise SystemExit"])
def test_a_suite_that_cannot_be_read_is_at_fault(fault: Broken, suite: str) -> None:
    assert fault(suite) != ""


def test_an_exercise_without_a_suite_is_at_fault(judge: Judge, tmp_path: Path) -> None:
    (tmp_path / "exercise.toml").write_text(MANIFEST.format(points=1))
    (tmp_path / "scenarios.py").write_text("")
    told = list(judge.judge([Job(str(tmp_path), "x.py", b"x", trial=True)]))

    assert isinstance(told[-1], Fault)
    assert "has no suite" in told[-1].message


def test_files_beside_a_suite_do_not_change_it(judge: Judge, tmp_path: Path) -> None:
    folder = tmp_path / f"suite{next(NUMBERS)}"
    folder.mkdir()
    (folder / "exercise.toml").write_text(MANIFEST.format(points=1))
    (folder / "scenarios.py").write_text(SCENARIOS.replace("MODULE", folder.name))
    (folder / f"test_{folder.name}.py").write_text("def test_it(attempt):\n    assert attempt.one(1) == 1\n")
    (folder / "conftest.py").write_text("raise SystemExit\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --nonsense\n")
    told = list(judge.judge([Job(str(folder), "x.py", ECHO.encode(), trial=True)]))

    assert isinstance(told[-1], Done)
    assert told[-1].result.score == 1
