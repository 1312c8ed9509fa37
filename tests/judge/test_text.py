"""The text of an attempt, as tools read it for a suite, in a real judge with a real jail."""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Event, Fault, Job
from grader.verdicts import AttemptResult, TestResult
from tests.conftest import TINY

MANIFEST = TINY["exercises/tiny/exercise.toml"].replace("[budgets]", 'packages = ["mypy", "ruff"]\n\n[budgets]')
SUITE = '''
from hypothesis import example, given, strategies as st
from grader.suite import examples, points

KINDS = {"int": "1", "str": "'a'", "bytes": "b'a'"}


class TestTypes:
    """types"""

    @points(1)
    @examples(3)
    @given(kind=st.sampled_from(sorted(KINDS)))
    @example(kind="int")
    def test_says_what_it_returns(self, attempt, kind):
        """double returns what it is given."""
        probe = f"from tiny import double\\nreveal_type(double({KINDS[kind]}))\\n"
        seen = attempt.text.types(probe=probe)
        assert seen.revealed == [kind]

    @points(1)
    @given(order=st.permutations(["1", "None", "'a'", "[]"]))
    @examples(2)
    def test_refuses(self, attempt, order):
        """double refuses what can't be doubled."""
        probe = "from tiny import double\\n" + "".join(f"double({one})\\n" for one in order)
        seen = attempt.text.types(probe=probe)
        assert seen.rejected == sorted(2 + order.index(one) for one in ("None", "[]"))


class TestText:
    """text"""

    def test_is_annotated(self, attempt):
        """Everything is annotated."""
        seen = attempt.text.types()
        assert seen.errors == []

    def test_style(self, attempt):
        """Nothing is compared with None by ==."""
        found = attempt.text.lint(["E711", "B006"])
        assert [(one.line, one.code) for one in found] == []
'''
RIGHT = """from typing import TypeVar

T = TypeVar("T", int, str, bytes)


def double(n: T) -> T:
    return n + n
"""


def put(folder: Path, **changes: str) -> str:
    files = {
        **TINY,
        "exercises/tiny/exercise.toml": MANIFEST,
        "exercises/tiny/test_tiny.py": SUITE,
        "solutions/tiny.py": RIGHT,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changes.get(path.name.replace(".", "__"), text))
    return str(folder / "exercises/tiny")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    return put(tmp_path_factory.mktemp("catalog"))


def last(judge: Judge, folder: str, source: str) -> Event:
    return list(judge.judge([Job(folder, "tiny.py", source.encode())]))[-1]


def judged(judge: Judge, folder: str, source: str) -> AttemptResult:
    event = last(judge, folder, source)
    assert isinstance(event, Done), event
    return event.result


def verdicts(result: AttemptResult) -> list[str]:
    return [test.verdict for test in result.tests]


def test_a_right_attempt_passes(either: Judge, tiny: str) -> None:
    assert verdicts(judged(either, tiny, RIGHT)) == ["passed"] * 4


def failed(judge: Judge, folder: str, source: str, place: int) -> TestResult:
    test = judged(judge, folder, source).tests[place]
    assert (test.verdict, test.evidence is None) == ("failed", False), test
    return test


ANY = "from typing import Any\n\n\ndef double(n: Any) -> Any:\n    return n + n\n"


def test_a_type_that_is_another_is_shown_with_what_reproduces_it(judge: Judge, tiny: str, tmp_path: Path) -> None:
    test = failed(judge, tiny, ANY, 0)
    evidence = test.evidence
    assert evidence is not None

    assert (evidence.subject, evidence.expected, evidence.actual) == ("revealed", "['int']", "['Any']")
    assert evidence.snippet == (
        "from mypy import api\n"
        'probe = """from tiny import double\n'
        "reveal_type(double(1))\n"
        '"""\n'
        'print(api.run(["--config-file=", "--strict", "-c", probe])[0])'
    )
    assert 'Revealed type is "Any"' in at_a_prompt(tmp_path, ANY, evidence.snippet)


def at_a_prompt(folder: Path, attempt: str, code: str) -> str:
    """What a learner reads who types `code` beside the attempt."""
    (folder / "tiny.py").write_text(attempt)
    typed = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", timeout=120)
    assert not typed.stderr, typed.stderr
    return typed.stdout


def test_the_lines_that_ought_to_be_refused_are_compared(judge: Judge, tiny: str) -> None:
    evidence = failed(judge, tiny, ANY, 1).evidence

    assert evidence is not None
    assert (evidence.subject, evidence.actual) == ("rejected", "[]")


def test_a_finding_in_the_attempt_comes_with_its_line(judge: Judge, tiny: str, tmp_path: Path) -> None:
    source = "X = 1\n\n\ndef double(n):\n    return 2 * n\n"
    evidence = failed(judge, tiny, source, 2).evidence
    assert evidence is not None
    assert evidence.snippet is not None

    assert [(line.file, line.line, line.source) for line in evidence.lines] == [("tiny.py", 4, "def double(n):")]
    assert evidence.subject == "errors"
    assert "no-untyped-def" in str(evidence.actual)
    assert "tiny.py:4: error:" in at_a_prompt(tmp_path, source, evidence.snippet)


def test_a_rule_that_is_broken_comes_with_its_line(judge: Judge, tiny: str, tmp_path: Path) -> None:
    source = RIGHT + "\n\ndef is_none(n: object) -> bool:\n    return n == None  # noqa\n"
    evidence = failed(judge, tiny, source, 3).evidence
    assert evidence is not None
    assert evidence.snippet is not None

    assert (evidence.expected, evidence.actual) == ("[]", "[(11, 'E711')]")
    assert [line.source for line in evidence.lines] == ["return n == None  # noqa"]
    assert "tiny.py:11:17: E711" in at_a_prompt(tmp_path, source, evidence.snippet)


@pytest.mark.parametrize(
    "silenced",
    [
        "# mypy: ignore-errors\n\ndef double(n):\n    return n\n",
        "# type: ignore\ndef double(n):\n    return n\n",
        "def double(n):  # type: ignore\n    return n\n",
        "def double(n):  # yes # type:ignore[no-untyped-def]\n    return n\n",
        '"""\n# mypy: ignore-errors\n"""\ndef double(n):\n    return n\n',
        "# mypy: plugins=tiny, allow-untyped-defs\ndef double(n):\n    return n\n",
    ],
)
def test_comments_have_no_say(judge: Judge, tiny: str, silenced: str) -> None:
    assert "no-untyped-def" in str(failed(judge, tiny, silenced, 2).evidence)


def test_what_trips_mypy_up_costs_what_is_asked_of_mypy(judge: Judge, tiny: str) -> None:
    """mypy gives up on what Python compiles without a word."""
    source = f"{RIGHT}\nif False:\n    x = {'-' * 400}1\n"
    result = judged(judge, tiny, source)

    assert verdicts(result)[3] == "passed"
    assert not set(verdicts(result)[:3]) & {"timed_out", "not_run"}
    assert verdicts(judged(judge, tiny, RIGHT)) == ["passed"] * 4  # and the judge goes on


def test_a_tool_has_to_be_named_by_the_exercise(judge: Judge, tmp_path: Path) -> None:
    folder = put(tmp_path, exercise__toml=MANIFEST.replace('"mypy", ', ""))
    event = last(judge, folder, RIGHT)

    assert isinstance(event, Fault)
    assert 'tiny: attempt.text.types needs mypy: name it in exercise.toml, such as packages = ["mypy"]' in event.message


def test_a_rule_that_is_none_is_the_authors_fault(judge: Judge, tmp_path: Path) -> None:
    event = last(judge, put(tmp_path, test_tiny__py=SUITE.replace("B006", "B9999")), RIGHT)

    assert isinstance(event, Fault)
    assert "Unknown rule selector `B9999`" in event.message


def test_a_scenario_can_not_be_named_text(judge: Judge, tmp_path: Path) -> None:
    suite = SUITE.replace('attempt.text.lint(["E711", "B006"])', "attempt.text(3)")
    event = last(judge, put(tmp_path, test_tiny__py=suite), RIGHT)

    assert isinstance(event, Fault)
    assert "give the scenario another name" in event.message


def test_an_attempt_can_not_import_the_tools(judge: Judge, tiny: str) -> None:
    result = judged(judge, tiny, "import mypy\n" + RIGHT)

    assert (
        result.message == "tiny.py can't be imported (line 1: import mypy): ModuleNotFoundError: No module named 'mypy'"
    )
