"""The parts of a module that are looked at one by one, so that little is parsed for a mutant."""

import ast
from collections.abc import Iterator

import msgspec

from .outline import Entry, outline
from .splice import Patch, Text

__all__ = ["Unit", "units"]

_MARGIN = b"    "


class Unit(msgspec.Struct, frozen=True):
    """A statement of the module, or a member of one of its classes."""

    root: ast.stmt
    nodes: tuple[ast.AST, ...]
    """What may be edited: all in it, but a class that is split has its members apart."""
    scope: str = ""
    """Name of the class that it is a member of."""

    def before(self) -> list[Entry]:
        """Its outline."""
        return list(outline(self.root, *self._place))

    def after(self, patch: Patch, text: Text) -> list[Entry] | None:
        """Its outline with a patch in it; None when that does not compile."""
        source = patch.applied(text.data, *text.span(self.root))
        try:
            tree = ast.parse(f"class {self.scope}:\n    {source}" if self.scope else source)
            compile(tree, "<mutant>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
        outer = tree.body[0] if self.scope else tree
        assert isinstance(outer, ast.ClassDef | ast.Module)
        return [entry for node in outer.body for entry in outline(node, *self._place)]

    @property
    def _place(self) -> tuple[int, str]:
        return (1, self.scope) if self.scope else (0, "")


def units(tree: ast.Module, text: Text) -> Iterator[Unit]:
    """The units of a module in the order of the source."""
    for piece in tree.body:
        if isinstance(piece, ast.ClassDef) and _splits(piece, text):
            heading = (*piece.decorator_list, *piece.bases, *piece.keywords)
            inside = (node for part in heading for node in ast.walk(part))
            yield Unit(piece, (piece, *inside))
            for member in piece.body:
                yield Unit(member, tuple(ast.walk(member)), piece.name)
        else:
            yield Unit(piece, tuple(ast.walk(piece)))


def _splits(piece: ast.ClassDef, text: Text) -> bool:
    """Whether each member begins on a line of its own, at the usual margin."""
    return all(text.before(text.span(member)[0]) == _MARGIN for member in piece.body)
