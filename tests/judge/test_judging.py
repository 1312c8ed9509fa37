"""Tests that share a child: none is judged by what another has left there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.client import Judge
from tests.judge.test_session import judged, put, verdicts

PASSED = ["passed"] * 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return put(tmp_path_factory.mktemp("catalog"))


@pytest.fixture
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


LEAVES = """
import collections
collections.left = getattr(collections, "left", 0)

def double(n):
    if n in (3, 5, 7):  # the argument of a test that comes later
        if collections.left:
            {}
    collections.left += 1
    return 2 * n
"""


@pytest.mark.parametrize(
    "what",
    ["return 0", "raise ValueError(n)", "import os; os._exit(1)", "while True: pass", "print('x' * 50_000_000)"],
    ids=["another answer", "an error", "an exit", "a hang", "a flood"],
)
def test_what_a_test_leaves_behind_is_not_on_the_account_of_the_next(judge: Judge, what: str, tmp_path: Path) -> None:
    result = judged(judge, put(tmp_path, test_tiny__py=CASES), LEAVES.format(what))

    assert verdicts(result) == ["passed"] * 4


CASES = '''
import pytest
from grader.suite import points


class TestDouble:
    """double"""

    @points(4)
    @pytest.mark.parametrize("n", [1, 3, 5, 7])
    def test_cases(self, attempt, n):
        """double knows the small primes."""
        assert attempt.doubled(n).value == 2 * n
'''


def test_a_hang_after_a_test_that_passed_meets_the_limit_that_is_said(judge: Judge, folder: str) -> None:
    result = judged(judge, folder, "def double(n):\n    while n == 5: pass\n    return 2 * n\n", shrink=False)

    assert "timed_out" in verdicts(result)
    reasons = {test.evidence.reason for test in result.tests if test.evidence and test.verdict == "timed_out"}
    assert reasons == {"The call takes longer than 1 s."}


def test_each_tests_output_is_its_own(judge: Judge, folder: str) -> None:
    result = judged(judge, folder, "def double(n):\n    print('for', n)\n    return 2 * n\n")

    assert verdicts(result) == PASSED
    assert [test.output for test in result.tests[1:4]] == ["for 3\n", "for 5\n", "for 7\n"]
