"""A test that one answer passes is found, whatever it looks at; one whose answer follows from what is drawn is not."""

from pathlib import Path
from textwrap import dedent, indent

from grader.author import steps
from grader.author.bench import Bench
from grader.author.pool import Pool
from grader.catalog import load
from tests.conftest import TINY, Folder

HEAD = """
import pytest
from hypothesis import given, strategies as st
from grader.suite import points


class TestIt:
"""
YES_OR_NO = "a yes or a no"
CONSTANT = {
    "one": ("def test_one(self, attempt):\n    assert attempt.doubled(4).value == 8", "value: 8"),
    "one_property": (
        "@given(n=st.integers(0, 9))\ndef test_one_property(self, attempt, n):\n"
        "    seen = attempt.doubled(n)\n    assert [seen.value - 2 * n] == [0]",
        "[0]",
    ),
    "cases": (
        '@pytest.mark.parametrize("n", [2, 2.0])\ndef test_cases(self, attempt, n):\n'
        "    seen = attempt.doubled(2, times=int(n))\n    assert seen.value == 4",
        "value: 4",
    ),
    "two": (
        "def test_two(self, attempt):\n    seen = attempt.doubled(4)\n    assert seen.value == 8\n"
        "    assert seen['value'] in (8, 9)",
        "value: 8",
    ),
    "bounds": (
        "@given(n=st.integers(0, 9))\ndef test_bounds(self, attempt, n):\n    assert attempt.doubled(n).value > n - 99",
        "value: ",
    ),
    "known": ("def test_known(self, attempt):\n    seen = attempt.seen(['x'])\n    assert not seen.x", YES_OR_NO),
    "silent": (
        "@given(n=st.integers(0, 9))\ndef test_silent(self, attempt, n):\n    attempt.doubled(n)",
        "a yes or a no",
    ),
}
VARIED = {
    "property": "@given(n=st.integers(0, 9))\ndef test_property(self, attempt, n):\n"
    "    assert attempt.doubled(n).value == 2 * n",
    "cases": '@pytest.mark.parametrize("n", [2, 3])\ndef test_cases(self, attempt, n):\n'
    "    assert attempt.doubled(n).value == 2 * n",
    "one of two": "@given(n=st.integers(0, 9))\ndef test_one(self, attempt, n):\n    seen = attempt.doubled(n)\n"
    "    assert seen.value == 2 * n\n    assert attempt.seen(['x']) == {'x': None}",
    "two calls": "def test_calls(self, attempt):\n    assert attempt.doubled(2).value == 4\n"
    "    assert attempt.doubled(3).value == 6",
    "a loop": "def test_loop(self, attempt):\n    for n in (2, 3):\n        assert attempt.doubled(n).value == 2 * n",
    "elsewhere": "def test_elsewhere(self, attempt):\n    self.check(attempt, 2)\n    self.check(attempt, 3)\n"
    "def check(self, attempt, n):\n    assert attempt.doubled(n).value == 2 * n",
}


def found(tiny: Folder, tests: list[str]) -> list[str]:
    points = f"points = {len(tests)}"
    tiny.write("exercises/tiny/exercise.toml", TINY["exercises/tiny/exercise.toml"].replace("points = 4", points))
    body = "\n\n".join(indent(dedent(one), "    ") for one in tests)
    tiny.write("exercises/tiny/test_tiny.py", HEAD + body + "\n")
    with Pool(1) as pool:
        bench = Bench(load(Path(tiny.path / "exercises")).get("tiny"), pool)
        assert [line for line in steps.check_reference(bench).problems if "reference" in line] == []
        return list(steps.check_varied(bench).problems)


def test_tests_that_one_answer_passes_are_found(tiny: Folder) -> None:
    problems = found(tiny, [text for text, _ in CONSTANT.values()])

    assert len(problems) == len(CONSTANT), problems
    for problem, (name, (_, answer)) in zip(problems, CONSTANT.items(), strict=True):
        assert problem.startswith("test_tiny.py:"), problem
        assert f" TestIt::test_{name}: " in problem
        assert answer in problem
        assert problem.endswith("let what is drawn decide the answer, and compare that")


def test_a_test_whose_answer_varies_is_no_problem(tiny: Folder) -> None:
    tests = [text.replace("def test_", f"def test_{number}_") for number, text in enumerate(VARIED.values())]

    assert found(tiny, tests) == []
