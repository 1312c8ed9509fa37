"""A file that holds only what is wrong, and the reference around it."""

import ast

import pytest

from grader.author.merge import is_whole, merge
from grader.errors import ExerciseError

REFERENCE = '''"""The reference."""

import functools
from collections.abc import Callable, Iterator

LIMIT = 3
LOW, HIGH = 1, 9


class Base:
    """A base."""


# What a base is for.
@functools.cache
def first(number: int) -> int:
    return number + _helper()


class Second(Base):
    def go(self) -> int:
        return 2


def _helper() -> int:
    return 1
'''


def names(text: str) -> list[str]:
    """The definitions of a module in their order, and its imports as one."""
    return [
        getattr(node, "name", None) or ast.unparse(node)
        for node in ast.parse(text).body
        if not isinstance(node, ast.Import | ast.ImportFrom)
    ][1:]


def test_a_definition_stands_in_the_place_of_the_references_with_decorators_and_comment() -> None:
    whole = merge('"""Doubles."""\n\n\n# Twice.\n@once\ndef first(number):\n    return 2 * number\n', REFERENCE)

    assert whole.startswith(
        '"""Doubles."""\n\nimport functools\nfrom collections.abc import Callable, Iterator\n\nLIMIT = 3\n'
    )
    assert "\n\n\n# Twice.\n@once\ndef first(number):\n    return 2 * number\n\n\nclass Second" in whole
    assert "What a base is for" not in whole
    assert "functools.cache" not in whole
    assert names(whole) == ["LIMIT = 3", "LOW, HIGH = (1, 9)", "Base", "first", "Second", "_helper"]


def test_a_class_is_replaced_whole() -> None:
    whole = merge('"""Stays."""\nclass Second(Base):\n    pass\n', REFERENCE)

    assert "def go" not in whole


def test_what_is_new_comes_before_what_follows_it_and_else_at_the_end() -> None:
    own = (
        '"""New."""\nSTEP = 2\ndef _helper():\n    return 5\nclass Root: pass\nclass Base(Root): pass\nBase.x = STEP\n'
    )

    assert names(merge(own, REFERENCE)) == [
        "LIMIT = 3",
        "LOW, HIGH = (1, 9)",
        "STEP = 2",
        "Root",
        "Base",
        "first",
        "Second",
        "_helper",
        "Base.x = STEP",
    ]


def test_imports_are_joined_and_those_from_the_future_come_first() -> None:
    own = '"""Imports."""\nfrom __future__ import annotations\nimport functools\nimport time as clock\n'
    own += "from collections.abc import Iterator, Sized\n\n\ndef first(number):\n    return clock.time()\n"

    head, _, _ = merge(own, REFERENCE).partition("\n\n\n")

    assert head.split("\n")[1:] == [
        "",
        "from __future__ import annotations",
        "",
        "import functools",
        "import time as clock",
        "from collections.abc import Callable, Iterator, Sized",
        "",
        "LIMIT = 3",
        "LOW, HIGH = 1, 9",
    ]


def test_a_name_may_be_imported_in_the_place_of_a_definition() -> None:
    whole = merge('"""Borrows."""\nfrom elsewhere import first\n', REFERENCE)

    assert "def first" not in whole


def test_a_name_may_be_taken_away() -> None:
    scope: dict[str, object] = {}
    exec(merge('"""Lacks one."""\ndel Second\n', REFERENCE), scope)

    assert "Second" not in scope
    assert "first" in scope


@pytest.mark.parametrize(
    "statement",
    [
        "try:\n    import fast as first\nexcept ImportError:\n    first = None",
        "if True:\n    def first(number): return 0",
        "first = second = lambda number: [number for number in ()]",
        "first: object = None",
        "with open('x') as first: pass",
        "async def first(number): ...",
    ],
)
def test_every_way_to_bind_a_name_replaces_it(statement: str) -> None:
    whole = merge(f'"""Binds."""\n{statement}\n', REFERENCE)

    assert "return number + _helper()" not in whole
    assert f"\n{statement}\n" in whole


@pytest.mark.parametrize("statement", ["LIMIT += 1", "print([first for first in ()])", "first.name = 1"])
def test_what_binds_no_name_replaces_nothing(statement: str) -> None:
    whole = merge(f'"""Changes."""\n{statement}\n', REFERENCE)

    assert "return number + _helper()" in whole
    assert whole.endswith(f"\n{statement}\n")


def test_functions_of_one_name_stay_together() -> None:
    over = "@overload\ndef first(number: int) -> int: ...\n@overload\ndef first(number: str) -> str: ...\n"
    text = f'"""Overloads."""\n{over}def first(number):\n    return number\n'

    assert over in merge(text, REFERENCE)
    assert "overload" not in merge('"""One."""\ndef first(number):\n    return 0\n', text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"""Half."""\nLOW = 0\n', "HIGH has to be defined as well"),
        (
            '"""Other."""\nfrom time import sleep as functools\n',
            "functools is imported otherwise than by the reference",
        ),
    ],
)
def test_what_does_not_fit_is_one_line(text: str, said: str) -> None:
    with pytest.raises(ExerciseError, match=said):
        merge(text, REFERENCE)


def test_a_file_with_every_public_name_is_whole() -> None:
    text = "def first(): ...\nfrom x import Second\n"

    assert is_whole(ast.parse(text), ["first", "Second"])
    assert not is_whole(ast.parse("def first(): ...\ndef go():\n    def Second(): ...\n"), ["first", "Second"])
