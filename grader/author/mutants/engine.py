"""The own generator: faults that fit what the exercises teach."""

import ast
import warnings
from collections.abc import Iterator

from .arid import arid_nodes
from .mutant import Draft, Mutant, finished
from .nodes import Parents, parents
from .operators import OPERATORS
from .operators.operator import Edit, Operator
from .outline import difference, keys
from .splice import Patch, Text, patch
from .units import Unit, units

__all__ = ["own"]

_BY_KIND: dict[type[ast.AST], list[Operator]] = {}
for _operator in OPERATORS:
    for _kind in _operator.kinds:
        _BY_KIND.setdefault(_kind, []).append(_operator)


def own(source: str) -> list[Mutant]:
    """All mutants that the own operators make of a module's source.

    Each compiles, differs from the original in more than layout, and no two are the same. The
    arid places (`arid.py`) are left alone.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        tree = ast.parse(source)
        return finished(_drafts(tree, Text(source)))


def _drafts(tree: ast.Module, text: Text) -> Iterator[Draft]:
    above, arid = parents(tree), arid_nodes(tree)
    for index, unit in enumerate(units(tree, text)):
        before = unit.before()
        seen = {keys(before)}
        for operator, edit in _edits(unit, arid):
            change = _patch_or_none(edit, text, above, unit)
            after = unit.after(change, text) if change else None
            if change is None or after is None or keys(after) in seen:
                continue
            seen.add(keys(after))
            found = difference(before, after)
            assert found is not None
            yield Draft(
                generator="own",
                operator=operator.name,
                line=_line(edit.target),
                unit=index,
                difference=found,
                source=change.applied(text.data),
            )


def _edits(unit: Unit, arid: set[ast.AST]) -> Iterator[tuple[Operator, Edit]]:
    """The edits that the operators offer inside a unit, arid places left out."""
    for node in unit.nodes:
        if node in arid:
            continue
        for operator in _BY_KIND.get(type(node), ()):
            for edit in operator.edits(node):
                if edit.target not in arid:
                    yield operator, edit


def _patch_or_none(edit: Edit, text: Text, above: Parents, unit: Unit) -> Patch | None:
    try:
        return patch(edit, text, above, unit.root)
    except ValueError:  # before 3.12 some f-strings can't be written down again
        return None


def _line(node: ast.AST) -> int:
    assert isinstance(node, ast.expr | ast.stmt)
    return node.lineno
