"""What `==`, `in` and `<` mean in a suite."""

import collections
import datetime
import enum
import math
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from grader.jail.values import Beyond, Member, Named, Opaque, Record
from grader.judge.suite.exact import OPERATORS

Point = collections.namedtuple("Point", "x y")


class Colour(enum.Enum):
    RED = 1


@dataclass
class Spot:
    x: int


UTC = datetime.UTC
SAME = [
    (1, 1),
    (1, 1.0),
    (True, True),
    (0.0, -0.0),
    ("a", "a"),
    (Decimal("1.0"), Decimal("1.00")),
    (Fraction(2, 4), Fraction(1, 2)),
    (1 + 0j, 1 + 0j),
    ([1, [True]], [1, [True]]),
    ({1, 2}, frozenset({2, 1})),
    ({"a": [True]}, Record(a=[True])),
    (OrderedDict(a=1, b=2), {"b": 2, "a": 1}),
    (Counter("aab"), {"a": 2, "b": 1}),
    (Counter(a=1, b=0), Counter(a=1)),
    (deque([1]), deque([1], maxlen=3)),
    ({True: 1}, {True: 1}),
    (datetime.date(2024, 1, 1), datetime.date(2024, 1, 1)),
    (Named("Point", {"x": 1, "y": 2}), Named("Point", {"x": 1, "y": 2})),
    (Named("Point", {"x": 1, "y": 2}), Point(1, 2)),
    (Named("Spot", {"x": 1}), Spot(1)),
    ([Member("Colour", "RED", 1)], [Colour.RED]),
    (0.1 + 0.2, pytest.approx(0.3)),
    ([0.1 + 0.2], pytest.approx([0.3])),
    ({"a": 0.1 + 0.2}, {"a": pytest.approx(0.3)}),
]
DIFFERENT = [
    (1, 2),
    (True, 1),
    (False, 0),
    (True, 1.0),
    (1 + 0j, 1),
    (Decimal(1), 1),
    (Decimal("1.5"), 1.5),
    (Fraction(1), 1),
    (Fraction(1, 2), Decimal("0.5")),
    (math.nan, math.nan * 1),
    ([True], [1]),
    ((1, (0,)), (1, (False,))),
    ({True}, {1}),
    (frozenset({(True,)}), frozenset({(1,)})),
    ({1: "a"}, {True: "a"}),
    ({"a": True}, {"a": 1}),
    ({"a": 1}, {"b": 1}),
    (OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)),
    (Counter({True: 1}), Counter({1: 1})),
    ([1], (1,)),
    ([1], deque([1])),
    ([1], [1, 2]),
    ("1", 1),
    ("a", b"a"),
    (None, False),
    (datetime.date(2024, 1, 1), datetime.datetime(2024, 1, 1)),
    (datetime.datetime(2024, 1, 1), datetime.datetime(2024, 1, 1, tzinfo=UTC)),
    (Named("Point", {"x": 1, "y": 2}), (1, 2)),
    (Named("Point", {"x": True, "y": 2}), Point(1, 2)),
    (Named("Other", {"x": 1, "y": 2}), Point(1, 2)),
    (Named("Spot", {"x": 2}), Spot(1)),
    (Member("Colour", "RED", 1), 1),
    (Member("Colour", "RED", True), Colour.RED),
    (Member("Colour", "BLUE", 1), Colour.RED),
    (True, pytest.approx(1.0)),
    ([True], pytest.approx([1.0])),
    ({"a": True}, pytest.approx({"a": 1.0})),
]


@pytest.mark.parametrize(("left", "right"), SAME, ids=repr)
def test_the_same_is_equal_either_way(left: Any, right: Any) -> None:
    found = [OPERATORS[name](*pair) for name in ("==", "!=") for pair in ((left, right), (right, left))]

    assert found == [True, True, False, False]


@pytest.mark.parametrize(("left", "right"), DIFFERENT, ids=repr)
def test_what_differs_in_kind_or_value_is_not_equal_either_way(left: Any, right: Any) -> None:
    found = [OPERATORS[name](*pair) for name in ("==", "!=") for pair in ((left, right), (right, left))]

    assert found == [False, False, True, True]


@pytest.mark.parametrize("value", [Opaque("X"), Beyond("a list"), [Opaque("X")], {"a": Opaque("X")}], ids=repr)
def test_nothing_holds_for_an_object_that_cannot_be_looked_at(value: Any) -> None:
    assert not any(OPERATORS[name](value, value) for name in ("==", "!="))
    assert not any(OPERATORS[name](value, [value]) for name in ("in", "not in"))


def test_whether_a_value_is_beside_such_an_object_cannot_be_said() -> None:
    assert not any(OPERATORS[name](3, [Opaque("X")]) for name in ("in", "not in"))


def test_a_definite_difference_beside_such_an_object_counts() -> None:
    assert OPERATORS["!="]([1, Opaque("X")], [2, 3])


@pytest.mark.parametrize(
    ("item", "container"),
    [
        (1, [1, 2]),
        (True, [1, True]),
        ("a", "abc"),
        ("a", {"a": 1}),
        (2, {"a": 2}.values()),
        (("a", 2), {"a": 2}.items()),
        (2, range(10**18)),
        (3, iter([3])),
        (Point(1, 2), [Named("Point", {"x": 1, "y": 2})]),
        (1, deque([1])),
    ],
    ids=lambda part: repr(part).partition(" at 0x")[0],
)
def test_an_item_is_found(item: Any, container: Any) -> None:
    assert OPERATORS["in"](item, container)


@pytest.mark.parametrize(
    ("item", "container"),
    [
        (True, [1, 2]),
        (1, {True}),
        (True, {1: 2}),
        (True, {"a": 1}.values()),
        (("a", True), {"a": 1}.items()),
        (True, range(5)),
        (Decimal(2), range(5)),
        (1 + 0j, (1,)),
        ((True,), {(1,)}),
    ],
    ids=repr,
)
def test_an_item_of_another_kind_is_not_found(item: Any, container: Any) -> None:
    assert [OPERATORS["in"](item, container), OPERATORS["not in"](item, container)] == [False, True]


@pytest.mark.parametrize("name", ["<", "<=", ">", ">="])
def test_no_bool_is_less_or_more_than_a_number(name: str) -> None:
    assert not OPERATORS[name](True, 1)
    assert not OPERATORS[name](0.5, False)


def test_numbers_are_ordered_as_in_python() -> None:
    assert OPERATORS["<"](1, 1.5)
    assert OPERATORS[">="](True, False)


def test_a_large_list_is_compared_at_once() -> None:
    import time

    started = time.perf_counter()
    assert OPERATORS["=="](list(range(100_000)), list(range(100_000)))
    assert time.perf_counter() - started < 1
