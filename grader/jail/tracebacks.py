"""What an exception says of itself, as text and numbers: its message, and the lines that it passed through."""

import linecache
import traceback
from typing import Any

from grader.jail.limits import MAX_LINES, MAX_TEXT

SCENARIOS = "scenarios.py"  # the file name that scenarios are compiled under


def own_lines(error: BaseException, file: str | None) -> list[list[Any]]:
    """`[number, function, source]` for each line of `file` that `error` passed through."""
    lines: list[list[Any]] = []
    if isinstance(error, SyntaxError) and file in (None, error.filename) and type(error.lineno) is int:
        text = str(error.text or linecache.getline(str(error.filename), error.lineno)).strip()
        lines.append([error.lineno, "", text[:200]])
    for entry, number in traceback.walk_tb(error.__traceback__):
        name = entry.f_code.co_filename
        if file is None or name == file:
            source = linecache.getline(name, number).strip()
            lines.append([number, entry.f_code.co_name[:100], source[:200]])
    return lines[-MAX_LINES:]


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
