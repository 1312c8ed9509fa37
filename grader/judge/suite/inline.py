"""Arguments in the place of a scenario's parameters, where that reads well, and assigned first where it does not."""

import ast
import datetime
from collections import Counter, OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from grader.judge.suite.scenarios import File, walk_scoped
from grader.show import source

VALUE_LIMIT = 2_000  # characters: a value that is cut short could not be run
SHORT = 24  # characters of a value that may stand in more than one place
LONG = 60  # characters of a value that may stand in one
WIDTH = 79  # columns of a line that fits a terminal
_IMMUTABLE = (type(None), bool, int, float, complex, str, bytes)
_IMPORTS = {
    **{kind: f"from collections import {kind.__name__}" for kind in (Counter, OrderedDict, deque)},
    **dict.fromkeys((datetime.date, datetime.datetime, datetime.time, datetime.timedelta), "import datetime"),
    Decimal: "from decimal import Decimal",
    Fraction: "from fractions import Fraction",
}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True)
class Edit:
    """Text for a place of the file, from `start` to `end` in bytes."""

    start: int
    end: int
    text: str


@dataclass
class _Use:
    """One place at which a parameter is looked up."""

    node: ast.Name
    parents: list[ast.AST]  # outermost first

    @property
    def parent(self) -> ast.AST | None:
        return self.parents[-1] if self.parents else None

    @property
    def repeated(self) -> bool:
        """Whether the place is come to more than once, each time with a new value if one were written there."""
        return any(_repeats(parent, child) for parent, child in pairwise([*self.parents, self.node]))

    @property
    def in_text(self) -> bool:
        return any(isinstance(one, ast.JoinedStr) for one in self.parents)


def _repeats(parent: ast.AST, child: ast.AST) -> bool:
    match parent:
        case ast.For():
            return child is not parent.iter
        case ast.While():
            return True
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return child is not parent.generators[0]
        case ast.comprehension():
            return child is not parent.iter
    return isinstance(parent, _FUNCTIONS)


class Arguments:
    """The arguments of one call, for the text of these nodes of a file."""

    def __init__(self, file: File, nodes: Iterable[ast.AST], values: dict[str, Any]) -> None:
        self._file = file
        self._values = values
        self._text = {name: source(value, VALUE_LIMIT) for name, value in values.items()}
        self._uses: dict[str, list[_Use]] = {name: [] for name in values}
        self._stored: set[str] = set()
        for node in nodes:
            self._collect(node)
        self.assigned = [name for name in values if self._uses[name] and not self._in_place(name)]

    @property
    def imports(self) -> list[str]:
        """What the arguments that are used need to be written."""
        return imports(value for name, value in self._values.items() if self._uses[name])

    def lines(self) -> list[str]:
        """A line for each argument that is assigned first."""
        return [f"{name} = {self._text[name]}" for name in self.assigned]

    def edits(self) -> Iterator[Edit]:
        """What is to be put into the file's text."""
        for name, uses in self._uses.items():
            if name not in self.assigned:
                yield from (self._edit(name, use) for use in uses)

    def assign(self, name: str) -> None:
        """Has an argument assigned first after all."""
        self.assigned = [one for one in self._values if one == name or one in self.assigned]

    def longest_in_place(self, start: int, end: int) -> str | None:
        """Of the arguments that stand between two places of the file, the one that takes the most room."""
        here = {
            name
            for name, uses in self._uses.items()
            if name not in self.assigned
            for use in uses
            if start <= self._file.span(use.node)[0] < end
        }
        return max(here, key=lambda name: len(self._text[name]), default=None)

    def _collect(self, root: ast.AST) -> None:
        parents: dict[ast.AST, ast.AST] = {
            child: node for node in ast.walk(root) for child in ast.iter_child_nodes(node)
        }
        for node, hidden in walk_scoped(root):
            if not isinstance(node, ast.Name) or node.id not in self._values or node.id in hidden:
                continue
            if not isinstance(node.ctx, ast.Load):
                self._stored.add(node.id)
            chain: list[ast.AST] = []
            above: ast.AST | None = node
            while above is not None and (above := parents.get(above)) is not None:
                chain.insert(0, above)
            self._uses[node.id].append(_Use(node, chain))

    def _in_place(self, name: str) -> bool:
        uses, text = self._uses[name], self._text[name]
        if name in self._stored or any(use.in_text for use in uses):
            return False
        if isinstance(self._values[name], _IMMUTABLE):
            return len(text) <= SHORT if len(uses) > 1 else len(text) <= LONG
        # A list in two places would be two lists.
        return len(uses) == 1 and len(text) <= LONG and not uses[0].repeated

    def _edit(self, name: str, use: _Use) -> Edit:
        value, text, parent = self._values[name], self._text[name], use.parent
        if isinstance(parent, ast.Starred) and isinstance(value, list | tuple) and _in_call(use):
            return self._spread(parent, ", ".join(source(item, VALUE_LIMIT) for item in value))
        if isinstance(parent, ast.keyword) and parent.arg is None and _keywords(value):
            return self._spread(parent, ", ".join(f"{key}={source(item, VALUE_LIMIT)}" for key, item in value.items()))
        start, end = self._file.span(use.node)
        return Edit(start, end, f"({text})" if _needs_parentheses(value, parent, use.node) else text)

    def _spread(self, node: ast.Starred | ast.keyword, text: str) -> Edit:
        """`*args` and `**kwargs` as what they stand for; where that is nothing, the comma beside them goes as well."""
        start, end = self._file.span(node)
        if not text:
            rest = self._file.source[end:]
            blank = len(rest) - len(rest.lstrip())
            if rest[blank : blank + 1] == b",":
                end += blank + 1
                end += len(self._file.source[end:]) - len(self._file.source[end:].lstrip(b" "))
            else:
                before = self._file.source[:start].rstrip()
                start = len(before) - 1 if before.endswith(b",") else start
        return Edit(start, end, text)


def _in_call(use: _Use) -> bool:
    return len(use.parents) > 1 and isinstance(use.parents[-2], ast.Call)


def _keywords(value: Any) -> bool:
    import keyword

    return isinstance(value, dict) and all(
        isinstance(key, str) and key.isidentifier() and not keyword.iskeyword(key) for key in value
    )


def _needs_parentheses(value: Any, parent: ast.AST | None, node: ast.Name) -> bool:
    number = isinstance(value, int | float | complex) and not isinstance(value, bool)
    if not number:
        return False
    if isinstance(parent, ast.Attribute):
        return True
    return source(value).startswith("-") and isinstance(parent, ast.BinOp | ast.UnaryOp | ast.Subscript)


def imports(values: Iterable[Any]) -> list[str]:
    """The imports that values need to be written as `grader.show` writes them."""
    found: dict[str, None] = {}
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list | tuple | set | frozenset | deque):
            waiting += value
        line = _IMPORTS.get(type(value))
        if line is not None:
            found[line] = None
    return sorted(found)


def applied(text: bytes, start: int, end: int, edits: Iterable[Edit]) -> str:
    """The part of `text` from `start` to `end` with the edits in it that lie there."""
    parts, place = [], start
    for edit in sorted(edits, key=lambda one: one.start):
        if start <= edit.start and place <= edit.end <= end:  # two that are gone may both take the comma between them
            parts += [text[place : max(place, edit.start)].decode(), edit.text]
            place = edit.end
    return "".join([*parts, text[place:end].decode()])
