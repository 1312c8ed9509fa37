"""How a suite is read: what its comparisons become."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from grader.judge.suite.exact import COMPARER
from grader.judge.suite.reading import exactly

Read = Callable[[str], ModuleType]
Noted = list[tuple[str, Any, Any]]


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Read]:
    def imported(text: str) -> ModuleType:
        suite = tmp_path / "test_read_here.py"
        suite.write_text(text)
        with exactly(suite):
            return importlib.import_module("test_read_here")

    yield imported
    sys.modules.pop("test_read_here", None)


@pytest.fixture
def noted() -> Iterator[Noted]:
    found: Noted = []
    COMPARER.note = lambda *one: found.append(one)
    yield found
    COMPARER.note = None


PLACES = [
    "def check(x):\n    assert x == 1",
    "def check(x):\n    assert x != 1 or x is None, 'no'\ncheck, other = (lambda x: check_(x)), check\n"
    "def check_(x):\n    if x == 1:\n        return\n    raise AssertionError",
    "def check(x):\n    assert [y == 1 for y in [x]] == [True]",
    "def check(x):\n    assert all(y == 1 for y in [x])",
    "check = lambda x: (_ for _ in ()).throw(AssertionError) if not x == 1 else None",
    "def check(x):\n    assert 0 <= 0 < 5 and x == 1",
    "def check(x):\n    assert 1 == x == 1",
    "def check(x):\n    assert not x != 1",
    "def check(x):\n    assert x in [1]",
    "def check(x):\n    assert not (x not in (1,))",
    "def check(x):\n    assert {'a': x} == {'a': 1}",
    "def check(x):\n    assert 0 < x <= 1",
    "class A:\n    def f(self, x):\n        assert (lambda: x == 1)()\ncheck = A().f",
]


@pytest.mark.parametrize("text", PLACES)
def test_wherever_a_comparison_stands_it_is_exact(read: Read, text: str) -> None:
    check = read(text).check
    check(1)
    with pytest.raises(AssertionError):
        check(True)


WORKS = [
    "x is True",
    "isinstance(x, bool)",
    "type(x) is bool",
    "sum([x, x]) == 2",
    "[x, False].count(True) == 1",
    "x and not (not x)",
    "x == True",
    "['a', 'b'][x] == 'b'",
    "int(x) == 1",
    "f'{x}' == 'True'",
    "x in (True, None)",
    "sorted([x, False]) == [False, True]",
    "x & True == True",
]


@pytest.mark.parametrize("expression", WORKS)
def test_a_bool_is_what_any_python_programmer_expects(read: Read, expression: str) -> None:
    read(f"def check(x):\n    assert {expression}").check(True)


def test_a_bool_can_be_matched(read: Read) -> None:
    cases = "        case True:\n            return 'yes'\n        case 'a':\n            return 'a'\n"
    text = f"def check(x):\n    match x:\n{cases}"

    assert [read(text).check(value) for value in (True, "a", 1)] == ["yes", "a", None]


def test_a_number_cannot_be_matched_for_true_would_pass(read: Read) -> None:
    with pytest.raises(SyntaxError, match=r"line 3: `case 1` takes True for 1: write an assert with =="):
        read("def check(x):\n    match x:\n        case 1: pass\n")


def test_what_an_assert_rests_on_is_noted_when_it_fails(read: Read, noted: Noted) -> None:
    for expression in ("x == 2", "x < 0", "x is None", "x == 1 and x in [3]", "x == 3 or x == 4"):
        with pytest.raises(AssertionError):
            read(f"def check(x):\n    assert {expression}").check(1)
        sys.modules.pop("test_read_here")

    assert noted == [("==", 1, 2), ("<", 1, 0), ("is", 1, None), ("in", 1, [3]), ("==", 1, 3), ("==", 1, 4)]


@pytest.mark.parametrize("expression", ["not x == 1", "any(y == 2 for y in [x])", "not x"])
def test_what_an_assert_does_not_rest_on_is_not_noted(read: Read, noted: Noted, expression: str) -> None:
    with pytest.raises(AssertionError):
        read(f"def check(x):\n    assert {expression}").check(1)

    assert noted == []


def test_a_message_and_a_line_are_those_of_the_file(read: Read) -> None:
    with pytest.raises(AssertionError, match=r"^all of it$") as caught:
        read("\n\ndef check(x):\n    assert (\n        x\n        == 2\n    ), 'all of it'\n").check(1)

    assert caught.tb.tb_next is not None
    assert Path(caught.tb.tb_next.tb_frame.f_code.co_filename).name == "test_read_here.py"


def test_nothing_is_read_from_or_left_in_a_cache(read: Read, tmp_path: Path) -> None:
    read("def check(x):\n    assert x == 1")

    assert not (tmp_path / "__pycache__").exists()
