"""Two values that are not the same, told apart."""

import itertools
import math
from decimal import Decimal
from typing import Any

import pytest

from grader.jail.values import Opaque
from grader.judge.suite.apart import pair

CASES = [
    (9, 6, ("9", "6")),
    (True, 1, ("True (bool)", "1 (int)")),
    (Decimal("3.0"), 3.0, ("Decimal('3.0') (Decimal)", "3.0 (float)")),
    (1 + 0j, 1, ("(1+0j) (complex)", "1 (int)")),
    ([2, True], [2, 1], ("[2, True] with True (bool) at [1]", "[2, 1] with 1 (int) at [1]")),
    ({"a": {"b": 0}}, {"a": {"b": False}}, None),
    ({True: 2}, {1: 2}, None),
    ({True}, {1}, None),
    ([0] * 100, [0] * 99 + [1], None),
    ([0] * 100, [0] * 101, None),
    ("x" * 1000, "x" * 999 + "y", None),
    ("x" * 1000, "x" * 1001, None),
    (10**500, 10**500 + 1, None),
    ("é", "e\u0301", ("'\\xe9'", "'e\\u0301'")),
    ("раз", "pаз", None),
    ("a\u200db", "ab", None),
    ("-", "–", ("'-'", "'\\u2013'")),
    ("'", "’", None),
    (["é"], ["e\u0301"], None),
    ({"é": 1}, {"e\u0301": 1}, None),
    (math.nan, math.nan, ("float('nan'), which equals nothing, itself included",) * 2),
    (Opaque("X"), Opaque("X"), ("<an object of class X>, one object", "<an object of class X>, another object")),
    (set(range(1000)), {*range(999), 1000}, None),
    ("naïve", "naive", ("'naïve'", "'naive'")),
]


@pytest.mark.parametrize(("left", "right", "shown"), CASES, ids=itertools.count())
def test_what_looks_alike_is_told_apart(left: Any, right: Any, shown: tuple[str, str] | None) -> None:
    found = pair("==", left, right)

    if shown is not None:
        assert found == shown
    one, other = found
    assert one != other or "nan" in one
    assert all(len(text) < 1_500 for text in found)


def test_a_long_list_shows_the_place_where_it_differs() -> None:
    left, right = pair("==", [0] * 100, [0] * 99 + [1])

    assert (left.endswith(" with 0 at [99]"), right.endswith(" with 1 at [99]")) == (True, True)


def test_a_long_text_shows_the_part_that_differs() -> None:
    left, right = pair("==", "x" * 1000 + "a" + "z" * 1000, "x" * 1000 + "b" + "z" * 1000)

    assert left == f"…'{'x' * 20}a{'z' * 19}'… (2,001 in all)"
    assert right == f"…'{'x' * 20}b{'z' * 19}'… (2,001 in all)"


def test_an_item_that_looks_like_one_of_those_wanted_says_its_kind() -> None:
    assert pair("in", True, [1, 2]) == ("True (bool)", "[1, 2] with 1 (int)")


def test_a_bool_that_was_ordered_says_so() -> None:
    assert pair("<", True, 5) == ("True (bool)", "5 (int)")


@pytest.mark.parametrize("operator", ["<", "!=", "not in"])
def test_where_another_operator_fails_the_values_may_be_the_same(operator: str) -> None:
    assert pair(operator, 3, 3) == ("3", "3")
