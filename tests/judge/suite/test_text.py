"""What a suite asks of a text, and what a learner types to be told the same."""

import ast
from typing import Any

import pytest

from grader.author.shape import _reads_text
from grader.errors import ExerciseError
from grader.judge.suite import evidence
from grader.judge.suite.text import Text, own_lines, snippet
from grader.suite import named
from grader.verdicts import OwnLine


@pytest.fixture
def asked() -> list[tuple[str, dict[str, Any]]]:
    return []


@pytest.fixture
def text(asked: list[tuple[str, dict[str, Any]]]) -> Text:
    return Text(lambda tool, options: asked.append((tool, options)))


def test_questions_are_plain_data(text: Text, asked: list[tuple[str, dict[str, Any]]]) -> None:
    text.types()
    text.types("x = 1\n", strict=False)
    text.lint({"F401", "E711"}, ignores=True)
    text.lint("E711")
    text.structure()

    assert asked == [
        ("types", {"probe": "", "strict": True, "ignores": False}),
        ("types", {"probe": "x = 1\n", "strict": False, "ignores": False}),
        ("lint", {"select": ["E711", "F401"], "ignores": True}),
        ("lint", {"select": ["E711"], "ignores": False}),
        ("structure", {}),
    ]


def test_it_is_no_scenario(text: Text) -> None:
    with pytest.raises(ExerciseError, match="give the scenario another name"):
        text("a", b=1)


@pytest.mark.parametrize(
    ("probe", "written"),
    [
        ("x = 1\ny = 2\n", '"""x = 1\ny = 2\n"""'),
        ("x = 1", "'x = 1'"),
        ('x = """a"""\n', '\'x = """a"""\\n\''),
        ("x = '\\n'\n", "\"x = '\\\\n'\\n\""),
        ("x = 1\n\ty = \u202e2\n", "'x = 1\\n\\ty = \\u202e2\\n'"),
    ],
)
def test_a_probe_is_written_so_that_it_is_the_same_again(probe: str, written: str) -> None:
    code = snippet("m", "types", {"probe": probe, "strict": False, "ignores": False})
    assert code is not None
    (assigned,) = [one for one in ast.parse(code).body if isinstance(one, ast.Assign)]

    assert ast.literal_eval(assigned.value) == probe
    assert f"probe = {written}\n" in code


def test_what_is_typed_is_the_tool_itself() -> None:
    assert snippet("m", "types", {"probe": "", "strict": True, "ignores": False}) == (
        'from mypy import api\nprint(api.run(["--config-file=", "--strict", "m.py"])[0])'
    )
    assert snippet("m", "lint", {"select": ["E711", "F"], "ignores": False}) == (
        "import subprocess, sys\n"
        'subprocess.call([sys.executable, "-m", "ruff", "check", "--isolated", "--output-format=concise", '
        '"--ignore-noqa", "--select=E711,F", "m.py"])'
    )
    assert snippet("m", "structure", {}) is None


def finding(file: str, line: int) -> Any:
    return named("Finding", file=file, line=line, code="c", message="m")


def test_own_lines_are_those_that_findings_are_about() -> None:
    found = {"errors": [finding("m.py", 2), finding("probe.py", 1), finding("m.py", 2), finding("m.py", 9)]}

    assert own_lines([found, named("Point", x=1), 3], b"a = 1\n  b = 2\n", "m.py") == (OwnLine("m.py", 2, "b = 2"),)


def assertion(line: str) -> ast.Assert:
    (node,) = ast.parse(line).body
    assert isinstance(node, ast.Assert)
    return node


def test_an_answer_in_the_assertion_itself_has_a_name() -> None:
    assert evidence.path_of(assertion("assert attempt.text.lint(['E711']) == []")) == ("lint", ())
    assert evidence.path_of(assertion("assert attempt.text.types().errors == []")) == ("types", ("errors",))
    assert evidence.path_of(assertion("assert attempt.doubled(2).value == 4")) == ("doubled", ("value",))


@pytest.mark.parametrize(
    ("body", "reads"), [("attempt.text.lint([])", True), ("attempt.fresh().text.types()", True), ("seen.text", False)]
)
def test_a_test_of_the_text_may_compute_from_what_is_found(body: str, reads: bool) -> None:
    (test,) = ast.parse(f"def test(attempt):\n    {body}\n").body
    assert isinstance(test, ast.FunctionDef)

    assert _reads_text(test) == reads
