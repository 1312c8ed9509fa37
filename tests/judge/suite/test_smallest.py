"""The one measure of size: what a person would call the smaller of two."""

import math
from itertools import pairwise
from typing import Any

import pytest

from grader.catalog import Budgets
from grader.judge.suite.run import Run
from grader.judge.suite.smallest import Case, size, smaller

RISING: list[list[Any]] = [
    [0, 1, 9, 10, 100, 10**30, 10**5000],
    [False, True],
    [1, -1],
    [5, 5.5, 7.5, math.inf, 5.25],
    ["", "a", "b", "aa", "a" * 9],
    [b"", b"\0", b"\1", b"\0\0"],
    [[], [0], [1], [[], [], []], [10], [0, 0], [0, 1], [10, 0], [0] * 7],
    [["b", "c"], ["a"] * 7],  # two steps are fewer than seven
    [{}, {"a": 1}, {"a": 1, "b": None}],
    [(), (None,), (None, None)],
    [set(), {1}, {1, 2}],
    [frozenset(), frozenset({1})],
    [{"n": 3, "steps": []}, {"n": 3, "steps": ["a"]}, {"n": 3, "steps": ["a", "b"]}],
]


@pytest.mark.parametrize("values", RISING)
def test_less_to_read_is_smaller_and_then_what_is_nearer_to_nothing(values: list[Any]) -> None:
    sizes = [size(value) for value in values]

    assert all(one < other for one, other in pairwise(sizes)), sizes


@pytest.mark.parametrize(
    "value", [math.nan, -math.inf, complex(1, -2), 1e308, -(10**400), "\udcff\U0010ffff", ValueError()]
)
def test_every_value_has_a_size(value: object) -> None:
    read, magnitude = size(value)

    assert read >= 1
    assert magnitude >= 0


def test_the_order_of_a_set_is_no_matter() -> None:
    assert size({3, 20, 100}) == size({100, 3, 20})


def case(**arguments: Any) -> Case:
    def no_child() -> Any:
        raise AssertionError

    return Case.of(ValueError(), Run(no_child, Budgets()), arguments)


def test_the_smaller_of_two_cases_and_the_first_of_equals() -> None:
    one, two, other = case(n=1), case(n=2), case(n=1)

    assert smaller(two, one) is one
    assert smaller(one, two) is one
    assert smaller(one, other) is one
    assert smaller(None, two) is two
    assert smaller(two, None) is two
    assert smaller(None, None) is None


def test_a_case_that_is_read_at_a_glance_is_little() -> None:
    assert case(steps=["attach", "notify"], times=3).is_little
    assert not case(steps=["attach", "notify"] * 4).is_little
    assert case(n=1).size == case(a_longer_name=1).size
