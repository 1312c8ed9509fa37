"""What no run of a suite would show is found in its text, with its place."""

from pathlib import Path

import pytest

from grader.author import rules
from grader.catalog import load
from tests.conftest import TINY, Folder

SUITE = "exercises/tiny/test_tiny.py"
CLASS = '''
class TestIt:
    def test_it(self, attempt):
        """It holds."""
'''


def found(tiny: Folder, suite: str) -> list[str]:
    tiny.write(SUITE, suite)
    return list(rules.problems(load(Path(tiny.path / "exercises")).get("tiny")))


def test_a_suite_that_keeps_the_rules_has_no_problem(tiny: Folder) -> None:
    assert found(tiny, TINY[SUITE]) == []


@pytest.mark.parametrize(
    "line",
    [
        "import tiny",
        "import tiny as it, math",
        "from tiny import double",
        "from solutions import tiny",
        "from solutions.tiny import double",
        "from . import tiny",
        "from .tiny import double",
        "import scenarios",
        "from scenarios import doubled",
        "tiny = __import__('tiny')",
        "tiny = importlib.import_module('tiny')",
        "tiny = importlib.util.find_spec('solutions.tiny')",
        "tiny = pytest.importorskip('tiny')",
        "tiny = runpy.run_path('/catalog/solutions/tiny.py')",
        "tiny = Path(__file__).with_name('tiny.py').read_text()",
        "tiny = (Path(__file__).parents[2] / 'solutions' / ('ti' + 'ny.py')).read_text()",
        "tiny = open(__file__.replace('test_tiny.py', 'scenarios.py')).read()",
    ],
)
def test_a_suite_takes_nothing_of_its_exercise_in(tiny: Folder, line: str) -> None:
    (problem,) = found(tiny, f"import os\n{line}\n{CLASS}")

    assert problem.startswith("test_tiny.py:2 takes '")
    assert "write what is expected into the suite" in problem


@pytest.mark.parametrize("line", ["import tinytools", "NAME = 'tiny'", "def f():\n    '''As in tiny.py.'''"])
def test_what_only_sounds_like_it_is_no_problem(tiny: Folder, line: str) -> None:
    assert found(tiny, f"{line}\n{CLASS}") == []


def test_a_test_stands_in_a_class_and_makes_a_claim(tiny: Folder) -> None:
    suite = '''
def test_alone(attempt):
    """It holds."""

class TestIt:
    def test_mute(self, attempt):
        pass

    class TestWithin:
        def test_blank(self, attempt):
            """ """
'''

    assert found(tiny, suite) == [
        "test_tiny.py:2 test_alone stands outside a class: put it into the class of its part",
        "test_tiny.py:6 TestIt::test_mute has no docstring: write the claim that the learner reads",
        "test_tiny.py:10 TestIt::TestWithin::test_blank has no docstring: write the claim that the learner reads",
    ]


@pytest.mark.parametrize(
    ("asserted", "advice"),
    [
        ("seen.x == True", "`== True`: write `is True`"),
        ("seen.x == False", "`== False`: write `is False`"),
        ("None == seen.x", "`== None`: write `is None`"),
        ("seen.x != None", "`!= None`: write `is not None`"),
        ("seen.y == 3 and (seen.x == True)", "`== True`: write `is True`"),
        ("not seen.x == False", "`== False`: write `is False`"),
    ],
)
def test_true_false_and_none_are_compared_by_identity(tiny: Folder, asserted: str, advice: str) -> None:
    (problem,) = found(tiny, f"{CLASS}        seen = attempt.doubled(1)\n        assert {asserted}\n")

    assert problem == f"test_tiny.py:6 compares with {advice}"


@pytest.mark.parametrize("asserted", ["seen.x is True", "seen.x == [True]", "seen.x in (None, 3)", "seen.x == 1"])
def test_what_holds_such_a_value_is_compared_as_it_is(tiny: Folder, asserted: str) -> None:
    assert found(tiny, f"{CLASS}        seen = attempt.doubled(1)\n        assert {asserted}\n") == []
