"""A module as a flat list of normalised lines, and the difference between two such lists."""

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from .normal import BLOCKS, header, normal

__all__ = ["Difference", "Entry", "Key", "difference", "keys", "outline"]

_TITLES = {"orelse": "else", "finalbody": "finally"}


class Key(NamedTuple):
    """What makes two entries equal."""

    depth: int
    scope: str
    """Qualified name of the function or class, empty in the module itself."""
    text: str
    """The normal form."""


class Entry(NamedTuple):
    """One line of an outline: a statement without its blocks, a decorator, `else`, `finally`."""

    key: Key
    node: ast.AST | None
    """What it stands for; None for the words `else` and `finally`."""


class Difference(msgspec.Struct, frozen=True):
    """What is left of two outlines without their common beginning and their common end."""

    start: int
    """Index of the first entry that differs."""
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Scope and normal forms before and after, without depth: indenting changes nothing."""
        first = (*self.before, *self.after)[0]
        before, after = ([entry.key.text for entry in part] for part in (self.before, self.after))
        return (first.key.scope, *before, "->", *after)


def outline(statement: ast.AST, depth: int = 0, scope: str = "") -> Iterator[Entry]:
    """The entries of a statement, an `except` or a `case`: itself first, then its blocks."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        scope = f"{scope}.{statement.name}" if scope else statement.name
        for decorator in statement.decorator_list:
            yield Entry(Key(depth, scope, f"@{normal(decorator)}"), decorator)
    yield Entry(Key(depth, scope, header(statement)), statement)
    for field in BLOCKS:
        block = getattr(statement, field, None)
        if not isinstance(block, list) or not block:
            continue
        if field in _TITLES:
            yield Entry(Key(depth, scope, _TITLES[field]), None)
        for child in block:
            yield from outline(child, depth + 1, scope)


def keys(entries: Sequence[Entry]) -> tuple[Key, ...]:
    """What two outlines are compared by."""
    return tuple(entry.key for entry in entries)


def difference(before: Sequence[Entry], after: Sequence[Entry]) -> Difference | None:
    """The part of two outlines that differs; None when they are equal."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start].key == after[start].key:
        start += 1
    end = 0
    while end < shorter - start and before[-1 - end].key == after[-1 - end].key:
        end += 1
    removed, added = before[start : len(before) - end], after[start : len(after) - end]
    if not removed and not added:
        return None
    return Difference(start=start, before=tuple(removed), after=tuple(added))
