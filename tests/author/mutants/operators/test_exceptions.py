"""Exceptions: caught too widely or never, `finally` that does not always run, a lost cause."""

import pytest


def handler(caught: str) -> str:
    return f"try:\n    a()\nexcept {caught}:\n    b()"


@pytest.mark.parametrize(
    ("caught", "wider"),
    [
        ("ValueError", "Exception"),
        ("errors.Bad", "Exception"),
        ("(A, B)", "Exception"),
        ("Exception", "BaseException"),
    ],
)
def test_except_widened(changes, caught, wider):
    expected = [f"`except {caught}` -> `except {wider}`"]

    assert changes(handler(caught), "except-widened") == expected


def test_what_can_not_be_wider(changes):
    assert changes(handler("BaseException"), "except-widened") == []
    assert changes("try:\n    a()\nexcept:\n    b()", "except-widened") == []


def test_except_narrowed(changes):
    assert changes(handler("(A, B)"), "except-narrowed") == [
        "`except (A, B)` -> `except (B,)`",
        "`except (A, B)` -> `except (A,)`",
    ]
    assert changes(handler("A"), "except-narrowed") == []


def test_except_never(changes):
    assert changes(handler("A as b"), "except-never") == ["`except A as b` -> `except () as b`"]


def test_raise_widened(changes):
    assert changes("raise A('b')", "raise-widened") == ["`raise A('b')` -> `raise Exception('b')`"]
    assert changes("raise A", "raise-widened") == ["`raise A` -> `raise Exception`"]
    assert changes("raise Exception", "raise-widened") == ["`raise Exception` -> `raise BaseException`"]
    assert changes("raise error", "raise-widened") == []


def test_drop_cause(changes):
    assert changes("raise A from b", "drop-cause") == ["`raise A from b` -> `raise A`"]
    assert changes("raise A from None", "drop-cause") == ["`raise A from None` -> `raise A`"]


def test_drop_finally(changes):
    assert changes("try:\n    a()\nfinally:\n    b()", "drop-finally") == ["`try / a() / finally / b()` -> `a()`"]
    assert changes(f"{handler('A')}\nfinally:\n    c()", "drop-finally") == ["`finally / c()` -> nothing"]


def test_finally_after(changes):
    assert changes("try:\n    a()\nfinally:\n    b()", "finally-after") == [
        "`try / a() / finally / b()` -> `a() / b()`"
    ]
    assert changes(f"{handler('A')}\nfinally:\n    c()", "finally-after") == ["`finally / c()` -> `c()`"]


def test_nothing_comes_after_a_return(changes):
    source = "def f():\n    try:\n        return a\n    finally:\n        b()"

    assert changes(source, "finally-after") == []


def test_else_in_try(changes):
    assert changes(f"{handler('A')}\nelse:\n    c()", "else-in-try") == [
        "`except A / b() / else / c()` -> `c() / except A / b()`"
    ]
