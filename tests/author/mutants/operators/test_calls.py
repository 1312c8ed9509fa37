"""Calls: arguments swapped or dropped, a conversion left out, a neighbour called instead."""

import pytest


def test_swap_arguments(changes):
    assert changes("f(a, b, c)", "swap-arguments") == ["`f(a, b, c)` -> `f(b, a, c)`"]


@pytest.mark.parametrize("source", ["f(a)", "f(a, a)", "f(a, *b)", "f(a, b=c)", "isinstance(a, b)"])
def test_nothing_to_swap(changes, source):
    assert changes(source, "swap-arguments") == []


def test_drop_argument(changes):
    assert changes("f(a, *b)", "drop-argument") == ["`f(a, *b)` -> `f(*b)`", "`f(a, *b)` -> `f(a)`"]


@pytest.mark.parametrize("source", ["len(a)", "isinstance(a, b)", "a.append(b)", "wraps(f)"])
def test_an_argument_that_python_asks_for_stays(changes, source):
    assert changes(source, "drop-argument") == []


def test_drop_keyword(changes):
    assert changes("f(a, b=c, **d)", "drop-keyword") == [
        "`f(a, b=c, **d)` -> `f(a, **d)`",
        "`f(a, b=c, **d)` -> `f(a, b=c)`",
    ]
    assert changes("open(a, encoding='utf-8')", "drop-keyword") == []


@pytest.mark.parametrize(
    ("call", "inner"),
    [("list(a)", "a"), ("sorted(a, key=b)", "a"), ("a.strip()", "a"), ("copy.deepcopy(a)", "a")],
)
def test_drop_call(changes, call, inner):
    assert changes(f"x = {call}", "drop-call") == [f"`x = {call}` -> `x = {inner}`"]


@pytest.mark.parametrize(
    ("call", "other"),
    [
        ("min(a)", "max(a)"),
        ("any(a)", "all(a)"),
        ("a.startswith(b)", "a.endswith(b)"),
        ("a.popleft()", "a.pop()"),
    ],
)
def test_neighbour_call(changes, call, other):
    assert changes(f"x = {call}", "neighbour-call") == [f"`x = {call}` -> `x = {other}`"]


def test_a_function_of_ones_own_has_no_neighbour(changes):
    assert changes("x = lower(a)", "neighbour-call") == []
