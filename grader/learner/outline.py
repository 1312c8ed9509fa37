"""What an attempt's file defines, read from its text and never run."""

import ast
import warnings
from dataclasses import dataclass

MAX_BYTES = 64 * 1024  # of a file that is read for this: no attempt by hand is longer


@dataclass(frozen=True)
class Defined:
    """A function, a method (`Timer.__exit__`) or a class of the file, and its lines."""

    name: str
    first: int
    last: int


def outline(source: bytes) -> tuple[Defined, ...]:
    """All that a file defines, in its order; nothing where it can't be parsed."""
    found: list[Defined] = []
    waiting: list[tuple[str, ast.AST]] = [("", parsed(source))]
    while waiting:
        prefix, node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = f"{prefix}{child.name}"
                found.append(Defined(name, child.lineno, child.end_lineno or child.lineno))
                if isinstance(child, ast.ClassDef):
                    waiting.append((f"{name}.", child))
    return tuple(sorted(found, key=lambda one: one.first))


def parsed(source: bytes) -> ast.Module:
    """The tree of a text; an empty one where it is too long, or can't be parsed."""
    return (None if len(source) > MAX_BYTES else tree_of(source)) or ast.Module([], [])


def tree_of(source: bytes | str) -> ast.Module | None:
    """The tree of a text that is parsed and never run; None where Python can't read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of an invalid escape, which is the attempt's affair
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def around(line: int, defined: tuple[Defined, ...]) -> Defined | None:
    """The innermost of those definitions that a line stands in."""
    inside = [one for one in defined if one.first <= line <= one.last]
    return max(inside, key=lambda one: one.first, default=None)
