"""Comparisons: a boundary moved, the opposite, identity for equality."""

import pytest


@pytest.mark.parametrize(("before", "after"), [("<", "<="), ("<=", "<"), (">", ">="), (">=", ">")])
def test_boundary(changes, before, after):
    expected = [f"`x = a {before} b` -> `x = a {after} b`"]

    assert changes(f"x = a {before} b", "comparison-boundary") == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [("<", ">="), ("<=", ">"), ("==", "!="), ("is", "is not"), ("in", "not in")],
)
def test_negation_goes_both_ways(changes, before, after):
    there = [f"`x = a {before} b` -> `x = a {after} b`"]
    back = [f"`x = a {after} b` -> `x = a {before} b`"]

    assert changes(f"x = a {before} b", "comparison-negation") == there
    assert changes(f"x = a {after} b", "comparison-negation") == back


def test_each_part_of_a_chain(changes):
    expected = [
        "`x = a < b < c` -> `x = a <= b < c`",
        "`x = a < b < c` -> `x = a < b <= c`",
    ]

    assert changes("x = a < b < c", "comparison-boundary") == expected


@pytest.mark.parametrize(("before", "after"), [("is", "=="), ("is not", "!=")])
def test_identity_for_equality(changes, before, after):
    there = [f"`x = a {before} b` -> `x = a {after} b`"]
    back = [f"`x = a {after} b` -> `x = a {before} b`"]

    assert changes(f"x = a {before} b", "identity-for-equality") == there
    assert changes(f"x = a {after} b", "identity-for-equality") == back


@pytest.mark.parametrize("source", ["x = a is None", "x = a == 3", "x = 'a' != b"])
def test_identity_is_left_alone_beside_a_literal(changes, source):
    assert changes(source, "identity-for-equality") == []
