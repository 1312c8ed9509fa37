"""Syntax that is newer than the Python that judges."""

import re
import sys

from grader.learner.setting import Case

# What a line has, what is said of it, and the first Python that reads it. Each needs the error as well: on a line that
# this Python refuses, these mean nothing else.
_NAMED = r"^\s*(?:async\s+def|def|class)\s+\w+\s*"
_NEWER: tuple[tuple[str, str, tuple[int, int]], ...] = (
    (rf"{_NAMED}\[[^()]*=[^()]*\]\s*[(:]", "A default of a type parameter", (3, 13)),
    (rf"{_NAMED}\[[^()]+\]\s*[(:]", "A function or class with type parameters, `[T]`,", (3, 12)),
    (r"^\s*type\s+[^\W\d]\w*\s*(?:\[[^\]]*\]\s*)?=[^=]", "`type NAME = …`", (3, 12)),
    (
        r"""\b[fF][rR]?(["'])(?:(?!\1).)*\{[^{}]*\1[^{}"']*\1[^{}]*\}.*\1""",
        "An f-string with its own quotes inside",
        (3, 12),
    ),
    (r"""(?<!\w)[tT][rR]?["']""", 'A template string, t"…",', (3, 14)),
    (r"^\s*except\*?\s+[A-Z][\w.]*\s*,\s*[A-Z][\w.]*[^()]*:", "`except A, B:` without parentheses", (3, 14)),
)
_BACKSLASH = "f-string expression part cannot include"


def newer(case: Case) -> str | None:
    """A line that this Python refuses and a later one reads."""
    if case.kind != "SyntaxError" or case.last is None or not case.last.column:
        return None
    source, here = case.last.source, sys.version_info[:2]
    if case.said.startswith(_BACKSLASH) and here < (3, 12):
        return _needs("A backslash or a comment inside an f-string's braces", (3, 12))
    for pattern, what, since in _NEWER:
        if here < since and re.search(pattern, source):
            return _needs(what, since)
    return None


def _needs(what: str, since: tuple[int, int]) -> str:
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return f"{what} needs Python {since[0]}.{since[1]}, and this is Python {here}."
