"""A normal form of syntax: the same text for the same meaning, on every version of Python."""

import ast

__all__ = ["BLOCKS", "header", "is_no_text", "normal"]

BLOCKS = ("body", "handlers", "orelse", "finalbody", "cases")
"""The fields of a statement that hold other statements."""

_SKIPPED = frozenset(("annotation", "ctx", "kind", "returns", "simple", "str", "type_comment", "type_params"))
_NOT_OF_THE_HEADER = _SKIPPED.union(BLOCKS, ("decorator_list",))


def normal(value: object) -> str:
    """The normal form of a node, a list of nodes or a plain value.

    Layout, comments, type annotations and empty fields leave no trace in it. `ast.dump` would not
    do: what it prints has changed between versions of Python.
    """
    if isinstance(value, ast.JoinedStr):
        return f"JoinedStr({normal([part for part in value.values if not is_no_text(part)])})"
    if isinstance(value, ast.AST):
        return _fields(value, _SKIPPED)
    if isinstance(value, list):
        return f"[{','.join(map(normal, value))}]"
    return repr(value)


def is_no_text(node: object) -> bool:
    """Whether a part of an f-string is the empty text that 3.12 adds to `f"{a:{b}}"`."""
    return isinstance(node, ast.Constant) and node.value == ""


def header(node: ast.AST) -> str:
    """The normal form of a statement without its decorators and without the blocks inside it."""
    return _fields(node, _NOT_OF_THE_HEADER)


def _fields(node: ast.AST, skipped: frozenset[str]) -> str:
    # None is skipped where it says "nothing here", not where it is the constant itself.
    parts = [
        f"{name}={normal(value)}"
        for name, value in ast.iter_fields(node)
        if name not in skipped and (isinstance(node, ast.Constant) or (value is not None and value != []))
    ]
    return f"{type(node).__name__}({','.join(parts)})"
