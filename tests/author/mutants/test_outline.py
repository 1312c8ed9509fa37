"""Outlines and their differences."""

import ast

import pytest

from grader.author.mutants.outline import Difference, difference, outline


def compared(before: str, after: str) -> Difference | None:
    first, second = (
        [entry for piece in ast.parse(source).body for entry in outline(piece)] for source in (before, after)
    )
    return difference(first, second)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1", "x  =  (1)  # one"),
        ("x = 'a'", 'x = "a"'),
        ("x = f'{a}b' 'c'", "x = f'{a}bc'"),
        ("x = 16", "x = 0x10"),
        ("x: int = 1", "x: str = 1"),
        ("def f(a: int) -> int: pass", "def f(a): pass"),
    ],
)
def test_layout_and_annotations_make_no_difference(before, after):
    assert compared(before, after) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = 1", "x = True"),
        ("x = 1", "x = 1.0"),
        ("x = 'a'", "x = b'a'"),
        ("return_ = None", "return_ = 0"),
        ("def f(a=1): pass", "def f(a=2): pass"),
        ("if a:\n    b()\nc()", "if a:\n    b()\n    c()"),
        ("try:\n    a()\nfinally:\n    b()", "try:\n    a()\nexcept A:\n    b()"),
        ("if a:\n    b()\nelse:\n    c()", "if a:\n    b()\n    c()"),
    ],
)
def test_what_makes_a_difference(before, after):
    assert compared(before, after) is not None


def test_only_what_differs_is_left():
    found = compared("a()\nif b:\n    c()\nd()", "a()\nif e:\n    c()\nd()")

    assert found.start == 1
    assert len(found.before) == len(found.after) == 1


def test_the_scope_is_a_qualified_name():
    found = compared(
        "class A:\n    def f(self):\n        return 1",
        "class A:\n    def f(self):\n        return 2",
    )

    assert found.key[0] == "A.f"
