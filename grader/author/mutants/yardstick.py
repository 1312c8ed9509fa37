"""The independent yardstick: the operators of cosmic-ray, through its library."""

import ast
import importlib
import re
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from grader.errors import GraderError

from .mutant import Draft, Mutant, finished
from .outline import Entry, difference, keys, outline
from .splice import Patch, Text

__all__ = ["MissingTool", "cosmic_ray"]


class MissingTool(GraderError):
    """cosmic-ray is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "cosmic-ray, the independent yardstick, is not installed: "
            "install it beside the grader (pip install cosmic-ray), or use the own mutants only."
        )


class _Site(NamedTuple):
    operator: str
    line: int
    source: str


def cosmic_ray(source: str) -> list[Mutant]:
    """The mutants of cosmic-ray's operators that need no arguments.

    What it makes is taken as it is, without arid places, but for three kinds: those that don't
    compile, those that differ in nothing but layout or a type annotation (no run can tell them
    from the original, or they die on import and flatter the suite), and those that repeat another.

    Raises MissingTool when cosmic-ray is not installed.
    """
    tool = _tool()
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        tree = ast.parse(source)
        return finished(_drafts(tree, Text(source), tool))


def _tool() -> tuple[Any, Any, Any]:
    names = ("cosmic_ray.plugins", "cosmic_ray.mutating", "cosmic_ray.ast")
    try:
        plugins, mutating, syntax = map(importlib.import_module, names)
    except ImportError as error:
        raise MissingTool from error
    return plugins, mutating, syntax


def _sites(source: str, plugins: Any, mutating: Any, syntax: Any) -> Iterator[_Site]:
    """Every mutation that cosmic-ray has for a source, operator by operator.

    The places are counted on one tree first, as `cosmic-ray init` does: each call of
    `mutate_code` parses the source anew.
    """
    nodes = list(syntax.ast_nodes(syntax.get_ast(source)))
    for name in sorted(plugins.operator_names()):
        kind = plugins.get_operator(name)
        if kind.arguments():
            continue
        places = [place for node in nodes for place in kind().mutation_positions(node)]
        for occurrence, (start, _) in enumerate(places):
            mutated = mutating.mutate_code(source, kind(), occurrence)
            if mutated is not None:
                yield _Site(_kebab(name), start[0], mutated)


def _kebab(name: str) -> str:
    """`core/ReplaceBinaryOperator_Add_Sub` -> `replace-binary-operator-add-sub`"""
    words = re.findall(r"[A-Z][a-z]*", name.rpartition("/")[2])
    return "-".join(words).lower()


def _drafts(tree: ast.Module, text: Text, tool: tuple[Any, Any, Any]) -> Iterator[Draft]:
    """Goes statement by statement of the module: to parse less makes ten times as fast."""
    for index, piece in enumerate(tree.body):
        before = list(outline(piece))
        seen = {keys(before)}
        start, end = text.span(piece)
        for site in _sites(text.data[start:end].decode(), *tool):
            after = _outline_of(site.source)
            if after is None or keys(after) in seen:
                continue
            seen.add(keys(after))
            found = difference(before, after)
            assert found is not None
            yield Draft(
                generator="cosmic-ray",
                operator=site.operator,
                line=site.line + text.data.count(b"\n", 0, start),
                unit=index,
                difference=found,
                source=Patch(start, end, site.source.encode()).applied(text.data),
            )


def _outline_of(source: str) -> list[Entry] | None:
    """The outline of a changed piece, None when it does not compile."""
    try:
        tree = ast.parse(source)
        compile(tree, "<mutant>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    return [entry for piece in tree.body for entry in outline(piece)]
