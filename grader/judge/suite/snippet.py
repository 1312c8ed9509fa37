"""A scenario as code that a learner can type: what ran, with the arguments in it, down to what was looked at."""

import ast
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.jail.wire import Error, Opaque
from grader.judge.suite.inline import WIDTH, Arguments, Edit, applied
from grader.judge.suite.scenarios import File, Scenario, read
from grader.show import source

_SIMPLE = ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Expr | ast.Import | ast.ImportFrom | ast.Delete | ast.Pass


Place = tuple[int, int]  # a line, from 1, and a column of a file of scenarios


@dataclass(frozen=True)
class Looked:
    """What a failing assertion looked at: keys and places within a scenario's answer, the value found there, and the
    one that was expected.
    """

    path: tuple[str | int, ...]
    name: str
    value: Any
    expected: Any = None

    @property
    def label(self) -> str:
        """The name under which evidence and snippet show the value."""
        keys = [key for key in self.path if isinstance(key, str)]
        places = "".join(f"[{place}]" for place in self.path if isinstance(place, int))
        return (keys[-1] if keys else self.name).replace("_", " ") + places


def render(
    scenarios: Path, name: str, args: list[Any], kwargs: dict[str, Any], looked: Looked | None, place: Place = (0, 0)
) -> str | None:
    """The snippet for a call of scenario `name`; None if there is no such scenario.

    It ends in what was `looked` at; where that is None, at the `place` from which an exception came, or in all that
    the scenario returns.
    """
    file = read(scenarios)
    scenario = file.scenario(name)
    return (
        None if scenario is None else _Snippet(file, scenario, scenario.arguments(args, kwargs), looked, place).text()
    )


class _Snippet:
    def __init__(
        self, file: File, scenario: Scenario, values: dict[str, Any], looked: Looked | None, place: Place
    ) -> None:
        self._file = file
        self._scenario = scenario
        self._looked = looked
        cut = _until(scenario.body, place) if looked is None else None
        self._body = list(scenario.body) if cut is None else cut
        self._last = self._value(place) if cut is None else None
        self._nodes: list[ast.AST] = [*self._body, *([self._last] if self._last is not None else [])]
        self._arguments = Arguments(file, self._nodes, values)

    def text(self) -> str:
        """All of it. What stands in a place where the line gets too long for it is assigned first."""
        while True:
            body = self._scenario.written.splitlines() or list(self._statements(self._body, self._edits()))
            wide = self._too_wide() if not self._scenario.written else None
            if wide is None:
                break
            self._arguments.assign(wide)
        needed = self._file.needed(self._nodes)
        end = list(self._end())
        imports = [*self._arguments.imports]
        imports += [ast.unparse(one) for one in needed if isinstance(one, ast.Import | ast.ImportFrom)]
        setup = [one for one in needed if not isinstance(one, ast.Import | ast.ImportFrom)]
        before = self._statements(setup, [*_without_docstrings(self._file, setup)])
        toolkit = _with_shown(imports) if any("shown(" in line for line in end) else imports
        return "\n".join([*toolkit, *before, *self._arguments.lines(), *body, *end]).strip("\n")

    def _edits(self) -> list[Edit]:
        return [*self._arguments.edits(), *_without_docstrings(self._file, self._body)]

    def _statements(self, statements: Iterable[ast.stmt], edits: list[Edit]) -> Iterator[str]:
        """The lines of some statements, without empty ones but the one that ends a block at a prompt."""
        for one in statements:
            if isinstance(one, ast.Import | ast.ImportFrom):
                yield ast.unparse(one)
                continue
            text = textwrap.dedent(applied(self._file.source, *self._file.span(one), edits))
            yield from (line.rstrip() for line in text.splitlines() if line.strip())
            if not isinstance(one, _SIMPLE):
                yield ""

    def _too_wide(self) -> str | None:
        """An argument without which a line would not be too wide."""
        edits = self._edits()
        for one in self._body:
            start, end = self._file.span(one)
            text = textwrap.dedent(applied(self._file.source, start, end, edits))
            if any(len(line) > WIDTH for line in text.splitlines()):
                found = self._arguments.longest_in_place(start, end)
                if found is not None:
                    return found
        return None

    def _value(self, place: Place) -> ast.expr | None:
        """The expression for what was looked at, or the part of what is returned that stands at `place`."""
        returned, keys = self._scenario.returned, self._scenario.keys
        if self._looked is not None and self._looked.path and self._looked.path[0] in keys:
            return keys[str(self._looked.path[0])]
        if self._looked is None:
            here = [one for one in keys.values() if _covers(one, place)]
            return here[0] if len(here) == 1 else returned
        return returned

    def _end(self) -> Iterator[str]:
        if self._last is None:
            return
        text = self._expression(self._last)
        looked = self._looked
        if looked is None:
            yield text
            return
        path = looked.path
        if path and path[0] in self._scenario.keys:
            text = text if not self._scenario.written else str(path[0])
            path = path[1:]
        elif path:
            yield f"seen = {text}"
            text = "seen"
        value = text + "".join(f"[{key!r}]".replace("'", '"') for key in path)
        yield f'print("{looked.label}:", {_printable(value, looked)})'

    def _expression(self, node: ast.expr) -> str:
        return _on_one_line(applied(self._file.source, *self._file.span(node), self._edits()))


def _on_one_line(text: str) -> str:
    """An expression that goes over several lines, as it would stand on one."""
    joined = ""
    for line in (line.strip() for line in text.splitlines()):
        if line.startswith((")", "]", "}")):
            joined = joined.removesuffix(",") + line
        else:
            joined += line if not joined or joined.endswith(("(", "[", "{")) else f" {line}"
    return joined


def _until(body: tuple[ast.stmt, ...], place: Place) -> list[ast.stmt] | None:
    """The statements up to the one at `place`; None where it is none of theirs."""
    for number, one in enumerate(body, 1):
        if _covers(one, place):
            return list(body[:number])
    return None


def _covers(node: ast.stmt | ast.expr, place: Place) -> bool:
    return (node.lineno, node.col_offset) <= place < (node.end_lineno or 0, node.end_col_offset or 0)


def _with_shown(imports: list[str]) -> list[str]:
    """The imports with the toolkit's `shown` among them."""
    begin = "from grader.scenario import "
    if not any(line.startswith(begin) for line in imports):
        return [*imports, f"{begin}shown"]
    return [f"{line}, shown" if line.startswith(begin) else line for line in imports]


def _without_docstrings(file: File, nodes: Iterable[ast.AST]) -> Iterator[Edit]:
    for node in nodes:
        for inner in ast.walk(node):
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and ast.get_docstring(inner):
                first = inner.body[0]
                assert isinstance(first, ast.Expr)
                yield Edit(*file.span(first.value), "" if len(inner.body) > 1 else "pass")


def _printable(text: str, looked: Looked) -> str:
    """What to hand to `print`, so that it writes the value as the evidence does: the one that was found, and the one
    that was expected, which the same line prints when the attempt is mended.
    """
    values = (looked.value, looked.expected)
    if any(map(_differs, values)):
        return f"shown({text})"
    return f"repr({text})" if any(isinstance(value, str) for value in values) else text


def _differs(value: Any) -> bool:
    """Whether Python would print it in another way than the evidence does: in another order, cut elsewhere."""
    try:
        written = repr(value)
    except ValueError:  # an integer in it has more digits than Python writes
        return True
    return _unordered(value) or source(value) != written


def _unordered(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_unordered(one) for pair in value.items() for one in pair)
    if isinstance(value, list | tuple):
        return any(map(_unordered, value))
    return isinstance(value, Error | Opaque | set | frozenset)
