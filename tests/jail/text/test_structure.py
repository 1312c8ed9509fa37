"""The structure of texts."""

import pytest

from grader.jail import wire
from grader.jail.text import Unread, look

TEXT = '''import os.path
from collections import deque as queue
from . import near


@register("a")
class Shape(Base, metaclass=Meta):
    """A shape."""

    if True:

        def area(self, *sides, unit="m", **more):
            def inner(): ...

            return sides[0].length  # noqa: PD011

    class Part:
        @property
        async def name(self): ...


def make(kind, /):
    class Local:
        def run(self): ...

    return Local  # type: ignore
'''


def outline(text: str) -> wire.Record:
    found = wire.lift(wire.lower_exactly(look("structure", "shape", text.encode(), {})))
    assert isinstance(found, wire.Record)
    return found


def test_classes_come_with_their_methods_wherever_they_stand() -> None:
    classes = outline(TEXT).classes

    assert [(one.name, one.line, one.lines) for one in classes] == [
        ("Shape", 7, 14),
        ("Shape.Part", 17, 3),
        ("make.Local", 23, 2),
    ]
    assert (classes[0].bases, classes[0].decorators) == (["Base", "metaclass=Meta"], ["register('a')"])
    assert [[method.name for method in one.methods] for one in classes] == [["area"], ["name"], ["run"]]
    assert classes[0].methods[0].parameters == ["self", "*sides", "unit", "**more"]
    assert classes[1].methods[0].lines == 2


def test_functions_are_those_that_are_no_methods() -> None:
    assert [(one.name, one.line, one.lines, one.parameters) for one in outline(TEXT).functions] == [
        ("Shape.area.inner", 13, 1, []),
        ("make", 22, 5, ["kind"]),
    ]


def test_imports_and_names_are_those_of_the_whole_text() -> None:
    seen = outline(TEXT)

    assert seen.imports == [".near", "collections.deque", "os.path"]
    assert {"Base", "Local", "length", "sides"} <= set(seen.names)
    assert seen.lines == 26


def test_whatever_silences_a_tool_is_listed() -> None:
    assert outline(TEXT).ignores == [(15, "# noqa: PD011"), (26, "# type: ignore")]
    assert outline('"""\n# mypy: ignore-errors\n"""\nx = "# noqa"  # ruff: noqa\n').ignores == [
        (2, "# mypy: ignore-errors"),
        (4, "# ruff: noqa"),
    ]


@pytest.mark.parametrize("text", ["def f(:\n", "x = " + "(" * 500 + ")" * 500 + "\n", "x = 1\0\n"])
def test_what_can_not_be_parsed_is_said(text: str) -> None:
    with pytest.raises(Unread):
        outline(text)


def test_many_definitions_cost_no_more_than_each() -> None:
    functions = outline("".join(f"def f{n}(): ...\n" for n in range(2_000))).functions

    assert [one.name for one in functions[:2]] == ["f0", "f1"]
    assert len(functions) == 2_000
