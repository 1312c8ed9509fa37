"""What tools find in an attempt's text: mypy, ruff, and Python's own parser.

Runs in a child of the jail that never runs the attempt. A text may be made to trip a tool up, or to have it say
nothing: comments that silence mypy and ruff have no say unless the suite asks for them.
"""

from typing import Any

from grader.jail.text import checker, linter, structure
from grader.jail.text.findings import Misused as Misused
from grader.jail.text.findings import Unread as Unread


def look(tool: str, module: str, source: bytes, options: dict[str, Any]) -> Any:
    """What `tool` (types, lint or structure) finds in the text of `module`.

    Raises Unread where it comes to no end of its own, Misused where it would with any text.
    """
    text = source.decode("utf-8-sig")
    try:
        if tool == "types":
            return checker.check(module, text, **options)
        if tool == "lint":
            return linter.lint(module, text, **options)
        return structure.outline(text)
    except (MemoryError, RecursionError):
        raise Unread("it is nested too deep, or too large") from None
