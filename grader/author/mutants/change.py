"""A difference as one line for a reader."""

import ast
from os.path import commonprefix  # of any two texts, letter by letter

from .nodes import replaced
from .outline import Difference, Entry

__all__ = ["describe"]

_WIDTH = 72
_CONTEXT = 24
_EMPTY: dict[str, list[ast.AST]] = {
    "decorator_list": [],
    "orelse": [],
    "handlers": [],
    "finalbody": [],
    "cases": [],
}


def describe(difference: Difference) -> str:
    """What was there and what is there now: "`while a < b` -> `while a <= b`"."""
    before, after = _shortened(_text(difference.before), _text(difference.after))
    return f"{_quoted(before)} -> {_quoted(after)}"


def _quoted(text: str) -> str:
    return f"`{text}`" if text else "nothing"


def _text(entries: tuple[Entry, ...]) -> str:
    return " / ".join(map(_line, entries))


def _line(entry: Entry) -> str:
    node = entry.node
    if node is None or isinstance(node, ast.expr):
        return f"@{ast.unparse(node)}" if node else entry.key.text
    try:
        return " ".join(_header(node).split())
    except ValueError:  # before 3.12 some f-strings can't be written down again
        return type(node).__name__


def _header(node: ast.AST) -> str:
    """The source of a statement without its blocks, and without the colon before them."""
    if isinstance(node, ast.Try | ast.TryStar):
        return "try"
    if isinstance(node, ast.Match):
        return f"match {ast.unparse(node.subject)}"
    if isinstance(node, ast.match_case):
        guard = f" if {ast.unparse(node.guard)}" if node.guard else ""
        return f"case {ast.unparse(node.pattern)}{guard}"
    if not hasattr(node, "body"):
        return ast.unparse(node)
    empty = {name: value for name, value in _EMPTY.items() if hasattr(node, name)}
    bare = replaced(node, body=[ast.Pass()], **empty)
    return ast.unparse(bare).strip().removesuffix(":\n    pass")


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Both texts, cut down to the part that differs where they are long."""
    if max(len(before), len(after)) <= _WIDTH:
        return before, after
    head = max(0, len(commonprefix((before, after))) - _CONTEXT)
    tail = max(0, len(commonprefix((before[::-1], after[::-1]))) - _CONTEXT)
    return _cut(before, head, tail), _cut(after, head, tail)


def _cut(text: str, head: int, tail: int) -> str:
    end = max(head, len(text) - tail)
    kept = ("…" if head else "") + text[head:end] + ("…" if tail else "")
    return kept if len(kept) <= 2 * _WIDTH else f"{kept[:_WIDTH]} … {kept[-_WIDTH:]}"
