"""The console that reports are written to."""

import os
import sys
from functools import cache

from rich.console import Console, RenderableType

from grader.report.streams import escaping
from grader.report.text import without_commands


@cache
def output() -> Console:
    """Standard output: as wide as the terminal, 80 columns in a pipe; colour only where it is wanted."""
    return _console(stderr=False)


@cache
def errors() -> Console:
    """Standard error, for what comes and goes: progress."""
    return _console(stderr=True)


def _console(stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    escaping(stream)
    is_terminal = stream.isatty()
    width = None if is_terminal or "COLUMNS" in os.environ else 80
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def write(console: Console, part: RenderableType, soft_wrap: bool = False) -> None:
    """Prints `part` without the spaces that fill its lines, which nobody wants in a file, and without what a CI would
    take for a command.
    """
    with console.capture() as captured:
        console.print(part, soft_wrap=soft_wrap)
    for line in captured.get().splitlines():
        console.file.write(without_commands(line.rstrip()) + "\n")
    console.file.flush()
