"""Statements: left out, or with nothing to give back."""

import pytest


@pytest.mark.parametrize(
    "statement",
    ["a = b", "a: int = b", "a += b", "a()", "del a", "raise", "raise a", "assert a", "return"],
)
def test_delete_statement(changes, statement):
    source = f"def f():\n    {statement}"

    assert changes(source, "delete-statement") == [f"`{statement}` -> `pass`"]


@pytest.mark.parametrize("statement", ["break", "continue"])
def test_a_way_out_of_a_loop_is_deleted(changes, statement):
    source = f"for a in b:\n    if a:\n        {statement}\n    a()"

    assert f"`{statement}` -> `pass`" in changes(source, "delete-statement")


@pytest.mark.parametrize("statement", ["global a", "nonlocal a"])
def test_a_declaration_is_deleted(changes, statement):
    source = f"def f(a):\n    def g():\n        {statement}\n    return g"

    assert changes(source, "delete-statement") == [f"`{statement}` -> `pass`"]


@pytest.mark.parametrize("statement", ["pass", "...", "'text'", "a: int", "return a", "import a"])
def test_what_is_not_deleted(changes, statement):
    assert changes(f"def f():\n    {statement}", "delete-statement") == []


def test_return_none(changes):
    source = "def f(a):\n    if a:\n        return None\n    return a"

    assert changes(source, "return-none") == ["`return a` -> `return None`"]


def test_yield_none(changes):
    source = "def f(a):\n    yield a\n    yield"

    assert changes(source, "yield-none") == ["`yield a` -> `yield None`"]


def test_drop_with(changes):
    source = "with a, b as c:\n    d()"

    assert changes("with a:\n    b()", "drop-with") == ["`with a / b()` -> `b()`"]
    assert changes(source, "drop-with") == ["`with a, b as c` -> `with b as c`"]
    assert changes("with a as b:\n    c()", "drop-with") == []


def test_drop_case(changes):
    source = "match a:\n    case 1:\n        b()\n    case _:\n        c()"

    assert changes(source, "drop-case") == [
        "`case 1 / b()` -> nothing",
        "`case _ / c()` -> nothing",
    ]
