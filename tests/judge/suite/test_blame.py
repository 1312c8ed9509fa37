"""Whose fault it is: what follows from an answer is the attempt's, everything else the author's."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Fault, Job, Record
from grader.verdicts import AttemptResult
from tests.judge.suite.conftest import ECHO, HEAD, MANIFEST, SCENARIOS

Result = Callable[..., AttemptResult]
Broken = Callable[..., str]

AUTHORS = {
    "a name that is not there": ("def test_it(attempt):\n    assert attempt.one(1) == expected", ":5: .*NameError"),
    "in a property": (
        "@given(n=st.integers())\ndef test_it(attempt, n):\n    assert attempt.one(n) == m",
        ":6: .*NameError",
    ),
    "in a helper": (
        "def twice(n):\n    return m + n\ndef test_it(attempt):\n    assert attempt.one(1) == twice(1)",
        ":5: .*NameError",
    ),
    "unbound": ("def test_it(attempt):\n    attempt.one(1)\n    x += 1\n    x = 1", ":6: .*UnboundLocalError"),
    "an import": ("def test_it(attempt):\n    attempt.one(1)\n    import no_such", ":6: .*ModuleNotFoundError"),
    "before any call": ("def test_it(attempt):\n    [].x\n    attempt.one(1)", ":5: .*AttributeError"),
    "an assert before any call": (
        "def test_it(attempt):\n    assert 1 == 2\n    attempt.one(1)",
        ":5: .*AssertionError",
    ),
    "in a strategy": (
        "@given(n=st.integers().map(lambda n: n.foo))\ndef test_it(attempt, n):\n    attempt.one(n)",
        ":4: .*AttributeError",
    ),
    "in a strategy, later on": (
        "@given(n=st.integers(0, 9).map(lambda n: 1 // (n - 3)))\ndef test_it(attempt, n):\n    attempt.one(n)",
        ":4: .*ZeroDivisionError",
    ),
    "in a fixture": (
        "@pytest.fixture\ndef bad():\n    return base\ndef test_it(attempt, bad): attempt.one(1)",
        ":6: .*NameError",
    ),
    "a fixture beside given": (
        "@pytest.fixture\ndef bad():\n    return base\n@given(n=st.integers())\n"
        "def test_it(attempt, bad, n): attempt.one(n)",
        ":6: .*NameError",
    ),
    "in setup_method": (
        "class TestIt:\n    def setup_method(self):\n        self.x = y\n"
        "    def test_it(self, attempt): attempt.one(1)",
        ":6: .*NameError",
    ),
    "an argument that is no plain data": ("def test_it(attempt):\n    attempt.one(range(3))", ":5: .*an argument"),
    "an argument that is too large": (
        "def test_it(attempt):\n    attempt.one('x' * 2_000_000)",
        "2,000,000 characters",
    ),
    "an argument of too many items": (
        "def test_it(attempt):\n    attempt.one([1] * 300_000)",
        "a list of 300,000 items",
    ),
    "an argument too deep": (
        "def test_it(attempt):\n    value = []\n    for _ in range(99):\n"
        "        value = [value]\n    attempt.one(value)",
        ":8: .*an argument can't be handed to the scenario: a list, nested more than",
    ),
    "arguments too large together": (
        "def test_it(attempt):\n    attempt.call('x' * 600_000, 'y' * 600_000)",
        ":5: .*the arguments can't be handed",
    ),
    "a scenario that is none": (
        "def test_it(attempt):\n    attempt.one(1)\n    attempt.other(1)",
        ":6: .*the suite",
    ),
    "leaving Python": ("def test_it(attempt):\n    attempt.one(1)\n    raise SystemExit", ":6: .*SystemExit"),
}


@pytest.mark.parametrize(("suite", "said"), AUTHORS.values(), ids=AUTHORS)
@pytest.mark.parametrize("source", [ECHO, "def run(value=None):\n    return None\n"], ids=["right", "wrong"])
def test_what_no_answer_can_bring_about_is_the_authors(fault: Broken, suite: str, said: str, source: str) -> None:
    message = fault(suite, source)

    assert "test_it is broken" in message
    assert re.search(said, message)
    assert "grader author verify" in message


ATTEMPTS = {
    "an attribute": "def test_it(attempt):\n    assert attempt.one(1).value == 1",
    "a key": "def test_it(attempt):\n    assert attempt.one(1)['value'] == 1",
    "a length": "def test_it(attempt):\n    assert len(attempt.one(1)) == 1",
    "a sum": "def test_it(attempt):\n    assert attempt.one(1) + 1 == 2",
    "a call later": "def test_it(attempt):\n    attempt.one(attempt.one(1).value)",
    "in a property": "@given(n=st.integers())\ndef test_it(attempt, n):\n    assert attempt.one(n)[0] == n",
}


@pytest.mark.parametrize("suite", ATTEMPTS.values(), ids=ATTEMPTS)
def test_what_follows_from_an_answer_shows_it(result: Result, suite: str) -> None:
    (test,) = result(suite, "def run(n):\n    return None\n").tests

    assert (test.verdict, test.evidence and test.evidence.actual) == ("failed", "None")
    assert test.evidence is not None
    assert test.evidence.reason == "What came back from one has not the shape that was asked for."


def test_an_answer_that_cannot_be_handed_on_is_the_attempts(result: Result) -> None:
    suite = "def test_it(attempt):\n    assert attempt.one(attempt.one(1)) == 1"
    (test,) = result(suite, "def run(n):\n    return object()\n").tests

    assert test.verdict == "failed"
    assert test.evidence is not None
    assert "an object of class object, which is no plain data" not in test.evidence.reason
    assert "can't be handed on" in test.evidence.reason


@pytest.mark.parametrize(
    ("returned", "shown"),
    [
        ("[0] * 300_000", "<a list of 300,000 items: at most "),
        ("'x' * 3_000_000", "<a str of 3,000,000 characters: at most "),
        ("b'x' * 3_000_000", "<a bytes of 3,000,000 bytes: at most "),
        ("1 << 10**6", "<an int of 1,000,001 bits: at most "),
        ("{(i, i): 1 for i in range(5_000)}", "<a dict of 5,000 items: at most 2,000 keys can be tuples"),
        ("object()", "<an object of class object>"),
    ],
)
def test_what_is_too_much_is_named(result: Result, returned: str, shown: str) -> None:
    suite = "def test_it(attempt):\n    assert attempt.one(1) == 5"
    (test,) = result(suite, f"def run(n):\n    return {returned}\n").tests

    assert test.evidence is not None
    assert test.evidence.actual is not None
    assert test.evidence.actual.startswith(shown)


# --- scenarios ---


def judged(judge: Judge, tmp_path: Path, scenarios: str, attempt: str, reference: str | None) -> Done | Fault:
    folder = tmp_path / "exercises" / "tiny"
    folder.mkdir(parents=True)
    (tmp_path / "solutions").mkdir()
    (folder / "exercise.toml").write_text(MANIFEST.format(points=1))
    (folder / "scenarios.py").write_text(dedent(scenarios))
    (folder / "test_tiny.py").write_text(HEAD + "def test_it(attempt):\n    assert attempt.one(2) == 2\n")
    if reference is not None:
        (tmp_path / "solutions" / "tiny.py").write_text(reference)
    (*_, last) = judge.judge([Job(str(folder), "x.py", attempt.encode(), trial=True, trace=True)])
    assert isinstance(last, Done | Fault)
    return last


def test_a_scenario_that_fails_for_the_reference_too_is_the_authors(judge: Judge, tmp_path: Path) -> None:
    last = judged(
        judge, tmp_path, "def one(n):\n    import tiny; tiny.run(n)\n    return m\n", "def run(n): return 1\n", ECHO
    )

    assert isinstance(last, Fault)
    assert "test_it is broken: scenarios.py:3: return m: NameError: name 'm' is not defined" in last.message
    assert "scenarios.py, line 3\n    return m" in last.trace
    assert "attempt.one(2)" in last.trace


@pytest.mark.parametrize("scenarios", ["x = y\n", "import no_such\n", "def f():\n    return y\nf()\n"])
def test_scenarios_that_cannot_be_run_are_the_authors(judge: Judge, tmp_path: Path, scenarios: str) -> None:
    last = judged(judge, tmp_path, f"{scenarios}def one(n): return n\n", ECHO, None)

    assert isinstance(last, Fault)
    assert "scenarios.py can't be run: scenarios.py:" in last.message
    assert "Error: " in last.message


def test_an_attempt_that_cannot_be_imported_is_not_the_authors(judge: Judge, tmp_path: Path) -> None:
    attempt = "import sys\nerror = NameError('x')\nsys.exit(1)\n"
    last = judged(judge, tmp_path, "def one(n): return n\n", attempt, None)

    assert isinstance(last, Done)
    assert last.result.message is not None


@pytest.mark.parametrize("reference", [ECHO, None], ids=["reference", "none"])
def test_a_scenario_that_fails_for_the_attempt_alone_is_the_attempts(
    judge: Judge, tmp_path: Path, reference: str | None
) -> None:
    attempt = "def run(n):\n    return None\n"
    last = judged(judge, tmp_path, "def one(n):\n    import tiny\n    return tiny.run(n) + 0\n", attempt, reference)

    assert isinstance(last, Done)
    assert [test.verdict for test in last.result.tests] == ["failed"]


def test_an_attempt_cannot_forge_an_authors_fault(judge: Judge, tmp_path: Path) -> None:
    attempt = (
        "import sys\n"
        "def run(n):\n"
        "    error = NameError('name m is not defined')\n"
        "    sys._getframe(1).f_globals['one'] = None\n"
        "    return error\n"
    )
    scenarios = (
        "def one(n):\n    import tiny; answer = tiny.run(n)\n"
        "    if isinstance(answer, NameError): raise answer\n    return n\n"
    )
    last = judged(judge, tmp_path, scenarios, attempt, ECHO)

    assert isinstance(last, Done)
    assert last.result.score == 0


# --- what an author is shown ---


def test_an_author_sees_the_way_through_the_suite_with_the_values(result: Result) -> None:
    suite = """
        def check(value, wanted):
            assert value == wanted, "no"

        @given(n=st.integers(0, 9))
        @example(n=7)
        def test_it(attempt, n):
            seen = attempt.one(n)
            check(seen, n + 1)
    """
    (test,) = result(suite, trace=True, survey=False).tests

    assert "in test_it\n    check(seen, n + 1)\n" in test.trace
    assert "      n = 7\n" in test.trace
    assert "      seen = 7\n" in test.trace
    assert "      wanted = 8\n" in test.trace
    assert "the last call: attempt.one(7)" in test.trace
    assert test.trace.endswith("AssertionError: no: 7 == 8")


def test_whoever_is_no_author_sees_nothing_of_the_suite(result: Result) -> None:
    (test,) = result("def test_it(attempt):\n    assert attempt.one(1) == 2").tests

    assert test.trace == ""


@pytest.mark.parametrize(
    ("suite", "shown"),
    [
        ("x = y", "line 4, in <module>\n    x = y"),
        (
            "@given(n=st.integers().map(lambda n: n.foo))\ndef test_it(attempt, n): pass",
            "AttributeError: 'int' object has",
        ),
    ],
)
def test_what_ends_a_recording_is_shown(judge: Judge, tmp_path: Path, suite: str, shown: str) -> None:
    folder = tmp_path / "exercises" / "tiny"
    folder.mkdir(parents=True)
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / "tiny.py").write_text(ECHO)
    (folder / "exercise.toml").write_text(MANIFEST.format(points=1))
    (folder / "scenarios.py").write_text(SCENARIOS.replace("MODULE", folder.name))
    (folder / "test_tiny.py").write_text(HEAD + suite)
    (*_, last) = judge.judge([Record(str(folder))])

    assert isinstance(last, Fault)
    assert shown in last.trace
    assert "test_tiny.py" in last.trace
