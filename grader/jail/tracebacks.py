"""What an exception says of itself, as text and numbers: its message, and the lines that it passed through."""

import linecache
import traceback
from typing import Any

from grader.jail.limits import MAX_FRAME, MAX_LINES, MAX_TEXT

SCENARIOS = "scenarios.py"  # the file name that scenarios are compiled under


def own_lines(error: BaseException, file: str | None) -> tuple[list[list[Any]], list[int], int]:
    """`[number, function, source]` for each line of `file` that `error` passed through, how often it did each, and
    the column (from 1, in that source) where Python stopped reading the last of them, or 0.

    A line comes once, where it was passed last: a recursion is a line or two, however deep it is.
    """
    passed: dict[tuple[str, int, str], int] = {}
    for entry, number in traceback.walk_tb(error.__traceback__):
        name = entry.f_code.co_filename
        if file is None or name == file:
            key = name, number, entry.f_code.co_name
            passed[key] = passed.pop(key, 0) + 1
    kept = list(passed.items())[-MAX_LINES:]
    lines = [[number, code[:100], linecache.getline(name, number).strip()[:200]] for (name, number, code), _ in kept]
    times = [count for _, count in kept]
    column = 0
    if isinstance(error, SyntaxError) and file in (None, error.filename) and type(error.lineno) is int:
        text = str(error.text or linecache.getline(str(error.filename), error.lineno))
        lines, times = [*lines, [error.lineno, "", text.strip()[:200]]], [*times, 1]
        column = _column(error, text)
    return lines[-MAX_LINES:], times[-MAX_LINES:], column


def _column(error: SyntaxError, text: str) -> int:
    """Where the caret stands below `text` without the blanks around it; 0 where that can't be said."""
    if type(error.offset) is not int or error.offset < 1:
        return 0
    blanks = len(text) - len(text.lstrip())
    return min(max(1, error.offset - blanks), len(text.strip()) + 1, MAX_FRAME)


def scenario_lines(error: BaseException) -> list[int]:
    """The numbers of the lines of `scenarios.py` that `error` passed through, for the author alone."""
    entries = traceback.walk_tb(error.__traceback__)
    return [number for entry, number in entries if entry.f_code.co_filename == SCENARIOS][-MAX_LINES:]


def message(error: BaseException) -> str:
    """The text of `error`, bounded."""
    try:
        text = str(error)
    except BaseException as broken:  # an exception's __str__ belongs to the attempt
        text = f"<its __str__ raised {type(broken).__name__}>"
    return text.encode("utf-8", "backslashreplace").decode()[:MAX_TEXT]


def arguments(error: BaseException) -> tuple[Any, ...]:
    """The first of the arguments that `error` carries."""
    found = error.args
    return found[:20] if type(found) is tuple else ()
