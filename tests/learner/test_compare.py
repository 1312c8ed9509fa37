"""An attempt beside the reference: definition by definition, and nothing of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from grader.learner.compare import Pair, compare
from tests.conftest import ROOT, TOPICS, reference

THEIRS = b'''"""A module."""

import os


class A:
    """A class."""

    x = 1

    def first(self):
        """Words."""
        return 1

    @property
    def second(self):
        # why

        return 2


def last():
    return os
'''


def named(pairs: list[Pair]) -> dict[str, list[str]]:
    return {pair.name: [f"{sign} {line}".rstrip() for sign, line in pair.lines] for pair in pairs}


def test_the_same_is_the_same_whatever_its_docstrings_say() -> None:
    pairs = compare(THEIRS.replace(b"Words.", b"Other words, which are\n        longer."), THEIRS)

    assert [pair.name for pair in pairs] == ["", "A", "A.first", "A.second", "last"]
    assert all(pair.same for pair in pairs)
    assert named(pairs)["A"] == ["  class A:", "      x = 1"]


def test_another_order_is_no_difference_and_a_definition_is_found_by_its_name() -> None:
    mine = b"import os\n\n\ndef last():\n    return os.name\n\n\ndef helper():\n    pass\n"

    assert named(compare(mine, THEIRS)) == {
        "": ["  import os"],
        "A": ["+ class A:", "+     x = 1"],
        "A.first": ["+     def first(self):", "+         return 1"],
        "A.second": ["+     @property", "+     def second(self):", "+         # why", "+", "+         return 2"],
        "last": ["  def last():", "-     return os.name", "+     return os"],
        "helper": ["- def helper():", "-     pass"],
    }


def test_what_is_alike_is_told_apart_line_by_line() -> None:
    mine = b"def f():\n    a = 1\n    b = 2\n    c = 3\n    return a\n"
    theirs = b"def f():\n    a = 1\n    b = 5\n    c = 3\n    return a\n"

    assert named(compare(mine, theirs))["f"] == [
        "  def f():",
        "      a = 1",
        "-     b = 2",
        "+     b = 5",
        "      c = 3",
        "      return a",
    ]


def test_what_the_other_has_as_well_is_never_told_apart() -> None:
    mine = b"import a\nimport z\n"
    theirs = b"import a\nimport m\nimport z\n\nX = 1\nY = 2\nZ = 3\n"

    assert named(compare(mine, theirs)) == {
        "": ["  import a", "+ import m", "  import z", "+", "+ X = 1", "+ Y = 2", "+ Z = 3"]
    }
    assert [sign for sign, _ in compare(theirs, mine)[0].lines] == [" ", "-", " ", "-", "-", "-", "-"]


def test_what_has_little_in_common_stands_one_after_the_other() -> None:
    mine = b"def f(n):\n    if n:\n        return 1\n    return 2\n"
    theirs = b"def f(n):\n    for i in range(n):\n        print(i)\n        return 1\n    while n: n -= 1\n"

    signs = [sign for sign, _ in compare(mine, theirs)[0].lines]

    assert signs == [" ", "-", "-", "-", "+", "+", "+", "+"]


def test_what_can_not_be_parsed_is_compared_as_a_text() -> None:
    assert named(compare(b"def f(:\n", b"x = 1\n")) == {"": ["- def f(:", "+ x = 1"]}


@given(st.binary(max_size=60))
def test_any_bytes_can_be_compared(mine: bytes) -> None:
    theirs = [line for pair in compare(mine, b"x = 1\n") for sign, line in pair.lines if sign in "+ "]

    assert "x = 1" in theirs


def test_no_line_of_a_reference_is_lost_but_docstrings_and_blank_lines() -> None:
    for topic in TOPICS:
        source = reference(topic).read_bytes()
        shown = {line for pair in compare(b"", source) for _, line in pair.lines}
        code = [line for line in source.decode().splitlines() if line.strip() and '"""' not in line]
        lost = [line for line in code if line not in shown]
        assert len(lost) <= 20, (topic, lost)  # what docstrings of several lines say
        assert not [line for line in lost if "return" in line and ":" not in line and "Return" not in line], topic


def test_every_reference_has_a_note_that_fits_a_screen() -> None:
    for topic in TOPICS:
        note = (ROOT / "solutions" / f"{topic.replace('-', '_')}.md").read_text(encoding="utf-8")
        assert 10 <= len(note.splitlines()) <= 25, topic
        assert max(map(len, note.splitlines())) <= 92, topic
