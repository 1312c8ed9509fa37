"""A report that is longer than its terminal goes through a pager, as in git: what PAGER says, or `less`."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable

from rich.console import Console

from grader.formats.console import Line, put
from grader.formats.notice import say

LESS = "FRX"  # ends where all fits, shows colours, and leaves the text on the screen


def page(console: Console, found: Iterable[Line], rows: int) -> None:
    """Writes lines, a page at a time where a person sits before a terminal that has fewer rows."""
    shown = list(found)
    command = _pager() if console.is_terminal and sum(line.rows for line in shown) > rows else []
    text = "".join(f"{line.text}\n" for line in shown)
    if not command or not _paged(command, text, console.encoding):
        put(console, shown)


def _pager() -> list[str]:
    """The command, or nothing where none is wanted or there is none."""
    if not sys.stdin.isatty() or os.environ.get("TERM") in ("dumb", "unknown"):
        return []
    wanted = os.environ.get("PAGER", "less")
    try:
        command = shlex.split(wanted)
    except ValueError:
        say(f"PAGER can't be read: {wanted}")
        return []
    return command if command and command[0] != "cat" and shutil.which(command[0]) else []


def _paged(command: list[str], text: str, encoding: str) -> bool:
    """Whether a pager took the text; who has seen enough may leave it before the end."""
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": LESS, **os.environ})
    except OSError as problem:
        say(f"{command[0]} can't be started: {problem.strerror}")
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # there it is the pager's own key
    try:
        process.communicate(text.encode(encoding, "backslashreplace"))  # hears nothing of a pager that ends early
    finally:
        signal.signal(signal.SIGINT, before)
    return True
