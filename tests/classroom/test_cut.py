"""A suite is cut down to some of its tests, and scenarios to those that these call; what stays is the author's text."""

import ast

from grader.classroom import cut

SUITE = '''"""The hidden suite."""

import math
from itertools import chain, pairwise

import pytest
from grader.suite import points, public

# How far.
FAR = [1, 2]
SECRET = 7


def helper(n):
    return deep(n) + len(FAR)


def deep(n):
    return math.floor(n)


def unused(n):
    return pairwise(n)


@pytest.fixture
def start():
    return helper(1)


class TestOne:
    """one"""

    LIMIT = 3
    OTHER = 4

    def setup_method(self):
        self.ready = True

    # hidden: nobody shall know
    @points(2)
    def test_hidden(self, attempt):
        """Hidden."""
        assert attempt.secret(SECRET) == chain

    # As it reads.
    @public
    def test_shown(self, attempt, start):
        """Shown."""
        assert attempt.call(start) == self.LIMIT

    def test_hidden_again(self, attempt):
        """Hidden, too."""
        assert attempt.secret(2) == 1


class TestTwo:
    def test_last(self, attempt):
        assert attempt.secret(1)
'''
SCENARIOS = '''"""What is done."""

from collections import deque
from time import sleep

from grader.scenario import fake_clock

clock = fake_clock()
NAMES = ["a"]
WAITS = [1]


def call(n):
    """Calls."""
    from attempt import one

    return shared(one(n), NAMES)


def shared(*things):
    return list(things)


def secret(n):
    """Keeps."""
    sleep(WAITS[0])
    return deque([n])
'''


def test_a_suite_keeps_its_public_tests_and_what_they_need() -> None:
    found = cut.suite(SUITE, {"TestOne::test_shown"}, "Public.")

    assert (
        found.text
        == '''"""Public."""

import math
import pytest
from grader.suite import public

# How far.
FAR = [1, 2]


def helper(n):
    return deep(n) + len(FAR)


def deep(n):
    return math.floor(n)


@pytest.fixture
def start():
    return helper(1)


class TestOne:
    """one"""

    LIMIT = 3

    def setup_method(self):
        self.ready = True

    # As it reads.
    @public
    def test_shown(self, attempt, start):
        """Shown."""
        assert attempt.call(start) == self.LIMIT
'''
    )


def test_what_went_is_told_with_its_lines() -> None:
    left = dict(cut.suite(SUITE, {"TestOne::test_shown"}, "Public.").left_out)

    for line in ("    # hidden: nobody shall know", '        """Hidden, too."""', "SECRET = 7", "    OTHER = 4"):
        assert line in left.values()
    assert all(SUITE.split("\n")[number - 1] == line for number, line in left.items())


def test_scenarios_keep_what_is_called_and_what_acts() -> None:
    found = cut.scenarios(SCENARIOS, {"call"})

    assert "def secret" not in found.text
    assert "WAITS" not in found.text
    assert "deque" not in found.text
    assert "clock = fake_clock()" in found.text
    assert [node.name for node in ast.parse(found.text).body if isinstance(node, ast.FunctionDef)] == ["call", "shared"]
    assert 'NAMES = ["a"]' in found.text


def test_nothing_goes_where_all_is_wanted() -> None:
    everything = {"TestOne::test_shown", "TestOne::test_hidden", "TestOne::test_hidden_again", "TestTwo::test_last"}

    text = cut.suite(SUITE, everything, "All.").text

    for line in SUITE.split("\n"):
        if (
            "unused" not in line
            and "pairwise" not in line
            and "OTHER" not in line
            and line != '"""The hidden suite."""'
        ):
            assert line.strip() in text
