"""The digest of how a test fails on its recorded examples."""

import pytest

from grader.judge.suite.survey import digest
from grader.misconceptions import SAYS_LITTLE


def test_it_tells_places_and_ways_apart() -> None:
    ways = [
        [(0, "1")],
        [(1, "1")],
        [(0, "2")],
        [(0, "1"), (1, "1")],
        [(0, "1"), (1, "!ValueError")],
        [(0, "1"), (1, "'ValueError'")],
    ]

    assert len({digest(way, 5) for way in ways}) == len(ways)
    assert digest(ways[3], 5) == digest(list(ways[3]), 5)


@pytest.mark.parametrize("way", ["!AttributeError", "!TypeError", "!NameError", "None"])
def test_what_any_slip_causes_on_all_examples_says_little(way: str) -> None:
    assert digest([(0, way), (1, way)], 2).startswith(SAYS_LITTLE)
    assert not digest([(0, way), (1, way)], 3).startswith(SAYS_LITTLE)
    assert not digest([(0, way), (1, "1")], 2).startswith(SAYS_LITTLE)


def test_a_hang_says_little_and_a_mistake_before_it_more() -> None:
    assert digest([(0, "#timed_out")], 9).startswith(SAYS_LITTLE)
    assert not digest([(0, "[]"), (3, "#timed_out")], 9).startswith(SAYS_LITTLE)


def test_what_is_not_written_says_nothing_and_one_branch_of_it_something() -> None:
    assert digest([(0, "!NotImplementedError"), (1, "!NotImplementedError")], 2) == ""
    assert digest([(0, "!NotImplementedError")], 2)


def test_a_text_that_never_changes_is_the_attempts_own() -> None:
    assert digest([(0, "'wrapper'"), (1, "'wrapper'")], 2) == digest([(0, "'inner'"), (1, "'inner'")], 2)
    assert digest([(0, "'wrapper'")], 2) != digest([(0, "'inner'")], 2)
    assert digest([(0, "'wrapper'")], 1) != digest([(0, "'inner'")], 1)


def test_a_value_of_any_text_has_a_digest() -> None:
    assert digest([(0, "'\udcff'")], 2)
