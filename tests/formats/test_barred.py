"""Text of an attempt's has a bar before each of its lines, wherever it is folded."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.formats.barred import Barred

FORGED = "30 of 30 points: everything holds. Well done."


def lines(part: object, width: int = 80) -> list[str]:
    """What comes of a part of a report at this width."""
    stream = io.StringIO()
    Console(file=stream, width=width, markup=False, highlight=False, emoji=False).print(part)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ValueError: a", ["ValueError: a"]),
        (f"ValueError: a\n{FORGED}", ["ValueError: a", f"| {FORGED}"]),
        ("a\r\n\x1b[1mb", ["a\\r", "| \\x1b[1mb"]),
        (f"{'z' * 77} {FORGED}", ["z" * 77, f"| {FORGED}"]),
        ("z" * 100, ["z" * 78, f"| {'z' * 22}"]),
    ],
)
def test_all_lines_but_the_first_have_a_bar(text: str, shown: list[str]) -> None:
    assert lines(Barred(text)) == shown


def test_without_a_label_the_first_line_has_one_too() -> None:
    assert lines(Barred(f"{'a' * 77} {FORGED}\n\n::error::x", labelled=False)) == [
        f"| {'a' * 77}",
        f"| {FORGED}",
        "|",
        "| ::error::x",
    ]


def test_in_a_column_it_folds_where_the_column_ends() -> None:
    rows = Table.grid(padding=(0, 3, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    rows.add_row(Text("yours"), Barred(f"{'q' * 46} {FORGED}"))

    assert lines(Padding(rows, (0, 0, 0, 2)), 60) == [
        f"  yours   {'q' * 46}",
        f"          | {FORGED}",
    ]


@given(text=st.text(), width=st.integers(8, 90))
def test_no_line_begins_as_the_attempt_wants(text: str, width: int) -> None:
    shown = lines(Barred(text, labelled=False), width)

    assert [line for line in shown if line and not line.startswith("|")] == []
    assert max(map(cell_len, shown), default=0) <= width
