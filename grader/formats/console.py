"""The console that reports are written to."""

import contextlib
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from grader.formats.streams import escaping
from grader.formats.text import without_commands

ROWS = 23  # of a terminal of 24
WIDEST = 100  # columns: beyond it the eye loses the way from a claim to its points


class Code(Text):
    """A snippet: flush left, and never wrapped, for else it could not be pasted at a prompt."""


@dataclass(frozen=True)
class Line:
    """One line of a report as it goes out, and the rows that it takes."""

    text: str
    rows: int = 1


@cache
def output() -> Console:
    """Standard output: as wide as the terminal, 80 columns in a pipe; colour only where it is wanted."""
    return _console(stderr=False)


@cache
def errors() -> Console:
    """Standard error, for what comes and goes: progress."""
    return _console(stderr=True)


def renew() -> None:
    """The terminal has changed: it is measured anew when it is next written to."""
    output.cache_clear()


def rows() -> int:
    """How many rows a report may take that is to be seen at once: the terminal's, less the one of the prompt."""
    return output().height - 1 if output().is_terminal else ROWS


def in_ci() -> bool:
    """Whether a CI runs this: it says so by a variable, and nobody watches, whatever its streams look like."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false", "no")


def _console(stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    escaping(stream)
    width, height = _size(stream)
    plain = in_ci() and not os.environ.get("FORCE_COLOR")
    return Console(
        stderr=stderr,
        force_terminal=False if plain else None,
        width=min(width, WIDEST),
        height=height,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _size(stream: TextIO) -> tuple[int, int]:
    """Columns and rows. Rich would take each dumb terminal for one of 80 columns."""
    columns, rows = 0, 0
    if stream.isatty():
        with contextlib.suppress(OSError):
            columns, rows = os.get_terminal_size(stream.fileno())
    return _number("COLUMNS") or columns or 80, _number("LINES") or rows or ROWS + 1


def _number(name: str) -> int:
    """A number of the environment's; 0 if there is none."""
    text = os.environ.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def lines(console: Console, part: RenderableType) -> list[Line]:
    """`part` as lines, without the spaces that fill them, which nobody wants in a file, and without what a CI would
    take for a command.
    """
    with console.capture() as captured:
        console.print(part, soft_wrap=isinstance(part, Code))
    texts = [without_commands(text.rstrip()) for text in captured.get().splitlines()]
    if not isinstance(part, Code):
        return [Line(text) for text in texts]
    wide = map(cell_len, part.plain.split("\n"))
    return [Line(text, max(1, -(-cells // console.width))) for text, cells in zip(texts, wide, strict=True)]


def put(console: Console, found: Iterable[Line]) -> None:
    """Writes lines."""
    for line in found:
        console.file.write(line.text + "\n")
    console.file.flush()


def write(console: Console, part: RenderableType) -> None:
    """Writes `part`."""
    put(console, lines(console, part))
