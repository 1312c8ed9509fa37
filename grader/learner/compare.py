"""An attempt beside the reference, definition by definition, in the order of the reference."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from grader.learner.outline import tree_of

LIKE = 0.6  # from here on lines are told apart one by one; below it the two stand one after the other
TOP = ""  # what stands outside of functions and classes


@dataclass(frozen=True)
class Pair:
    """One definition: its lines, each with a sign: `-` is the attempt's alone, `+` the reference's, a blank both's."""

    name: str
    lines: tuple[tuple[str, str], ...]

    @property
    def same(self) -> bool:
        return all(sign == " " for sign, _ in self.lines)


def compare(attempt: bytes, reference: bytes) -> list[Pair]:
    """The pairs; a docstring says no more than the brief and is left out. What can't be parsed is one pair."""
    mine, theirs = _definitions(attempt), _definitions(reference)
    if mine is None or theirs is None:
        return [Pair(TOP, tuple(_difference(_lines(attempt), _lines(reference))))]
    names = [*theirs, *(name for name in mine if name not in theirs)]
    pairs = [Pair(name, tuple(_difference(mine.get(name, []), theirs.get(name, [])))) for name in names]
    return [pair for pair in pairs if pair.lines]


def _difference(mine: list[str], theirs: list[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    steps = matcher.get_opcodes()
    kinds = {tag for tag, *_ in steps} - {"equal"}
    only_more = kinds in ({"insert"}, {"delete"})  # one has all lines of the other, in their order
    if matcher.ratio() < LIKE and not only_more:
        yield from _one_after_the_other(mine, theirs)
        return
    for tag, start, end, other_start, other_end in steps:
        if tag == "equal":
            yield from ((" ", line) for line in mine[start:end])
        else:
            yield from (("-", line) for line in mine[start:end])
            yield from (("+", line) for line in theirs[other_start:other_end])


def _one_after_the_other(mine: list[str], theirs: list[str]) -> Iterator[tuple[str, str]]:
    """Both whole, but for what they begin with alike, which is the line of the definition in most."""
    alike = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(mine, theirs, strict=False)))
    yield from ((" ", line) for line in mine[:alike])
    yield from (("-", line) for line in mine[alike:])
    yield from (("+", line) for line in theirs[alike:])


def _lines(source: bytes) -> list[str]:
    return source.decode("utf-8", "replace").splitlines()


def _definitions(source: bytes) -> dict[str, list[str]] | None:
    """The lines of each function, method (`Timer.__exit__`) and class header, and of the rest; None if it is no
    Python.
    """
    tree = tree_of(source)
    if tree is None:
        return None
    lines = _lines(source)
    owners = dict.fromkeys(range(1, len(lines) + 1), TOP)
    waiting: list[tuple[str, ast.AST]] = [("", tree)]
    while waiting:
        prefix, node = waiting.pop(0)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                name = f"{prefix}{child.name}"
                owners.update(dict.fromkeys(range(_first(child), (child.end_lineno or child.lineno) + 1), name))
                if isinstance(child, ast.ClassDef):
                    waiting.append((f"{name}.", child))
    for last in _docstrings(tree, owners):
        while last < len(lines) and not lines[last].strip():  # the blank lines after it
            last += 1
            owners.pop(last, None)
    found: dict[str, list[str]] = {}
    for number, name in sorted(owners.items()):
        found.setdefault(name, []).append(lines[number - 1].rstrip())
    return {name: trimmed for name, its in found.items() if (trimmed := _trimmed(its))}


def _first(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """The line of its first decorator, or its own."""
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])


def _docstrings(tree: ast.Module, owners: dict[int, str]) -> Iterator[int]:
    """Takes the lines of each docstring out, where something else is left of a body; yields the last of them."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        first = node.body[0] if node.body else None
        has_more = len(node.body) > 1 or isinstance(node, ast.Module)
        if isinstance(first, ast.Expr) and has_more and ast.get_docstring(node) is not None:
            last = first.end_lineno or first.lineno
            for number in range(first.lineno, last + 1):
                owners.pop(number, None)
            yield last


def _trimmed(lines: list[str]) -> list[str]:
    """Without the blank lines at both ends, nor two in a row, which what was taken out has left."""
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return kept[:-1] if kept and not kept[-1] else kept
