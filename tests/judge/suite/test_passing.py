"""Answers that are known to be right: what others have answered changes nothing of what is told of an attempt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.client import Judge
from grader.judge.suite.passing import MOST, Passing
from tests.judge.test_session import judged, put

SUITE = '''
from hypothesis import example, given, strategies as st
from grader.suite import points


class TestDouble:
    """double"""

    @points(4)
    @given(n=st.integers(0, 9))
    @example(n=5)
    def test_doubles(self, attempt, n):
        """double returns twice its argument."""
        assert attempt.doubled(n).value == 2 * n
'''
ATTEMPTS = {
    "right": "def double(n):\n    return 2 * n\n",
    "as right": "def double(n):\n    return n + n\n",
    "wrong once": "def double(n):\n    return 2 * n if n != 7 else 15\n",
    "another type": "def double(n):\n    return 2.0 * n if n == 7 else 2 * n\n",
    "raises once": "def double(n):\n    return 2 * n if n != 3 else 1 / 0\n",
    "ends once": "import os\ndef double(n):\n    return 2 * n if n != 3 else os._exit(3)\n",
    "a list": "def double(n):\n    return [2 * n]\n",
}


def test_an_answer_is_known_on_the_example_that_it_passed_on() -> None:
    known = Passing(2)
    known.add(0, b"one")

    assert known.knows(0, b"one")
    assert not known.knows(1, b"one")
    assert not known.knows(0, b"two")


def test_no_answer_is_never_known() -> None:
    known = Passing(1)
    known.add(0, b"")

    assert not known.knows(0, b"")


def test_it_keeps_a_few_answers_of_an_example() -> None:
    known = Passing(1)
    for number in range(9):
        known.add(0, bytes([number + 1]))

    assert [known.knows(0, bytes([number + 1])) for number in range(9)] == [True] * MOST + [False] * (9 - MOST)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return put(tmp_path_factory.mktemp("catalog"), test_tiny__py=SUITE)


@pytest.fixture
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


def told(judge: Judge, folder: str, source: str) -> list[object]:
    (test,) = judged(judge, folder, source, shrink=False, trial=True).tests
    return [test.verdict, test.evidence, test.failing]


@pytest.mark.parametrize("name", ATTEMPTS)
def test_what_others_have_answered_changes_no_verdict(judge: Judge, folder: str, name: str, tmp_path: Path) -> None:
    alone = told(judge, folder, ATTEMPTS[name])
    with Judge() as another:
        for source in ATTEMPTS.values():
            told(another, folder, source)
        assert told(another, folder, ATTEMPTS[name]) == alone
    assert (alone[0] == "passed") == (name in ("right", "as right", "another type"))
