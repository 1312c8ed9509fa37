"""Values as Python source that people can read."""

import ast
import datetime
import itertools
import math
from collections import Counter, OrderedDict, deque
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.jail import wire
from grader.show import LIMIT, source

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.binary()
)
KEYS = st.booleans() | st.integers() | st.text(max_size=8) | st.tuples(st.integers(), st.text(max_size=3))
VALUES = st.recursive(
    SCALARS | st.sets(KEYS, min_size=1, max_size=5) | st.frozensets(KEYS, max_size=3),
    lambda inner: st.lists(inner) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
SETTINGS = settings(deadline=None, database=None, max_examples=100)


CASES = [
    (None, "None"),
    (True, "True"),
    (3, "3"),
    (-2.5, "-2.5"),
    (math.nan, "float('nan')"),
    (-math.inf, "float('-inf')"),
    (complex(1, math.inf), "complex(1.0, float('inf'))"),
    (complex(-0.0, 1), "complex(-0.0, 1.0)"),
    (Decimal("1.50"), "Decimal('1.50')"),
    (Fraction(1, 3), "Fraction(1, 3)"),
    (datetime.date(2024, 2, 29), "datetime.date(2024, 2, 29)"),
    (datetime.timedelta(hours=1), "datetime.timedelta(seconds=3600)"),
    (Counter("aab"), "Counter({'a': 2, 'b': 1})"),
    (Counter(), "Counter()"),
    (OrderedDict(a=1), "OrderedDict({'a': 1})"),
    (deque([1, 2], maxlen=3), "deque([1, 2], maxlen=3)"),
    (deque(), "deque([])"),
    (wire.Named("Point", {"x": 1, "y": [2]}), "Point(x=1, y=[2])"),
    (wire.Member("Colour", "RED", 1), "Colour.RED"),
    (wire.Beyond("a list of 9 items"), "<a list of 9 items>"),
    ("a\n'", '"a\\n\'"'),
    (b"\0", "b'\\x00'"),
    (1j, "1j"),
    ([], "[]"),
    ([1, [2]], "[1, [2]]"),
    ((), "()"),
    ((1,), "(1,)"),
    ((1, 2), "(1, 2)"),
    ({}, "{}"),
    ({"a": (1,)}, "{'a': (1,)}"),
    (wire.Record(a=1), "{'a': 1}"),
    (set(), "set()"),
    ({2, 1}, "{1, 2}"),
    ({"b", "a"}, "{'a', 'b'}"),
    (frozenset(), "frozenset()"),
    (frozenset({1}), "frozenset({1})"),
    (wire.Opaque("attempt.Thing"), "<an object of class attempt.Thing>"),
    (10**395, f"1{'0' * 395}"),
    (10**500, "<an integer of 1,661 bits>"),
    (-(10**500), "<an integer of 1,661 bits>"),
    (10**6000, "<an integer of 19,932 bits>"),
    (Fraction(1, 3), "Fraction(1, 3)"),
    (Fraction(1, 10**6000), "Fraction(1, <an integer of 19,932 bits>)"),
    ("\ud800\x1b", "'\\ud800\\x1b'"),
]


@pytest.mark.parametrize(("value", "shown"), CASES, ids=[shown[:25] for _, shown in CASES])
def test_a_value_is_shown_as_source(value: Any, shown: str) -> None:
    assert source(value) == shown


def test_an_exception_is_shown_with_its_message() -> None:
    assert source([wire.lift(wire.lower(ValueError("no")))]) == "[ValueError('no')]"


@SETTINGS
@given(value=VALUES)
def test_what_is_shown_whole_is_the_value(value: Any) -> None:
    shown = source(value, 100_000)

    if "…" not in shown and "<an integer" not in shown and "frozenset" not in shown:
        assert ast.literal_eval(shown) == value


@SETTINGS
@given(value=VALUES, limit=st.integers(1, 80))
def test_no_value_is_shown_longer_than_the_limit(value: Any, limit: int) -> None:
    assert len(source(value, limit)) <= limit


HUGE = {
    "text": "x" * 10**6,
    "bytes": b"x" * 10**6,
    "a long key": {"k" * 10**6: 1},
    "long items": ["x" * 50] * 1000,
    "nested lists": [["a"] * 1000] * 1000,
}


@pytest.mark.parametrize("value", HUGE.values(), ids=HUGE)
def test_a_huge_value_ends_in_an_ellipsis(value: Any) -> None:
    shown = source(value)

    assert (len(shown), shown[-1]) == (LIMIT, "…")


def test_of_a_long_collection_the_first_items_are_shown() -> None:
    assert source([0] * 1000) == f"[{'0, ' * 60}…]"


@pytest.mark.parametrize("kind", [set, frozenset])
def test_a_set_looks_the_same_in_whatever_order_it_was_filled(kind: type) -> None:
    members = [0, 8, 16, "a", (1, 2)]

    shown = {source(kind(order)) for order in itertools.permutations(members)}

    assert len(shown) == 1


def test_a_mapping_keeps_its_order() -> None:
    assert source({"b": 1, "a": 2}) == "{'b': 1, 'a': 2}"


def test_a_deeply_nested_value_is_shown() -> None:
    value: Any = 1
    for _ in range(150):
        value = [value]

    assert source(value) == "[" * 150 + "1" + "]" * 150
