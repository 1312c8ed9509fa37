"""One edit of a tree, written into the text: all that is not touched keeps its layout."""

import ast
from itertools import accumulate

import msgspec

from .nodes import Parents, ancestors, lifted
from .operators.operator import Edit

__all__ = ["Patch", "Text", "patch"]

_ATOMS = (
    ast.Name,
    ast.Attribute,
    ast.Call,
    ast.Subscript,
    ast.List,
    ast.Dict,
    ast.Set,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.JoinedStr,
)
_INDENT = 4


class Patch(msgspec.Struct, frozen=True):
    """Bytes from `start` to `end` give way to others."""

    start: int
    end: int
    new: bytes

    def applied(self, data: bytes, start: int = 0, end: int | None = None) -> str:
        """The text from `start` to `end` with the patch in it."""
        return (data[start : self.start] + self.new + data[self.end : end]).decode()


class Text:
    """Source text whose places are found by the positions of syntax nodes, which count bytes."""

    def __init__(self, source: str) -> None:
        self.data = source.encode()
        self._starts = [0, *accumulate(len(line) for line in self.data.split(b"\n"))]

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node begins and ends, a definition's decorators included."""
        assert isinstance(node, ast.expr | ast.stmt | ast.excepthandler)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self._offset(node.lineno, node.col_offset)
        if decorators := getattr(node, "decorator_list", None):
            start = self.decorator(decorators[0])[0]
        return start, self._offset(node.end_lineno, node.end_col_offset)

    def decorator(self, expression: ast.expr) -> tuple[int, int]:
        """Where a decorator begins, with its `@`, and ends."""
        start, end = self.span(expression)
        return self.data.rindex(b"@", 0, start), end

    def before(self, offset: int) -> bytes:
        """What stands before a place on its line."""
        return self.data[self.data.rfind(b"\n", 0, offset) + 1 : offset]

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + line - 1 + column


def patch(edit: Edit, text: Text, above: Parents, root: ast.stmt) -> Patch:
    """The edit as a patch of the text; all of `root` is rewritten where nothing less will do."""
    if isinstance(edit.new, list):
        found = _statements(edit.target, edit.new, text)
    elif edit.new is None:
        found = Patch(*text.decorator(_expression(edit.target)), b"")
    else:
        found = _expression_patch(_expression(edit.target), edit.new, text, above)
    return found or _whole(edit, text, above, root)


def _expression(node: ast.AST) -> ast.expr:
    assert isinstance(node, ast.expr)
    return node


def _expression_patch(target: ast.expr, new: ast.expr, text: Text, above: Parents) -> Patch:
    """Inside an f-string positions can't be relied on, so that the outermost one is rewritten."""
    strings = [node for node in ancestors(target, above) if isinstance(node, ast.JoinedStr)]
    if strings:
        return _expression_patch(strings[-1], _expression(_one(lifted(target, new, strings[-1], above))), text, above)
    start, end = text.span(target)
    written = ast.unparse(new)
    if not _stands_alone(new) and isinstance(above[target], ast.expr | ast.comprehension):
        written = f"({written})"
    return Patch(start, end, _spaced(written.encode(), text.data, start, end))


def _one(node: ast.AST | list[ast.stmt]) -> ast.AST:
    assert isinstance(node, ast.AST)
    return node


def _stands_alone(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | bytes | bool | None) or not str(node.value) < "0"
    return isinstance(node, _ATOMS)


def _spaced(new: bytes, data: bytes, start: int, end: int) -> bytes:
    """`new` with a space where it would grow together with a word beside it: `return[0]`."""
    if _is_word(data[start - 1 : start]) and _is_word(new[:1]):
        new = b" " + new
    if _is_word(new[-1:]) and _is_word(data[end : end + 1]):
        new += b" "
    return new


def _is_word(byte: bytes) -> bool:
    return byte.isalnum() or byte in (b"_", b'"', b"'") or byte > b"\x7f"


def _statements(target: ast.AST, new: list[ast.stmt], text: Text) -> Patch | None:
    """Statements in place of one; None when the layout around it leaves no room for them."""
    start, end = text.span(target)
    simple = all(not hasattr(node, "body") and not isinstance(node, ast.Match) for node in new)
    margin = text.before(start)
    if simple and (len(new) == 1 or margin.strip()):
        return Patch(start, end, "; ".join(map(ast.unparse, new)).encode())
    if margin.strip() or b"\t" in margin or len(margin) % _INDENT:
        return None
    parts = [text.data[start:end] if node is target else _indented(node, len(margin) // _INDENT) for node in new]
    return Patch(start, end, (b"\n" + margin).join(parts))


def _indented(node: ast.AST, level: int) -> bytes:
    """A statement as it is written at a level of indentation, without that of its first line.

    The text is made at its level, since to indent it afterwards would change long strings.
    """
    for _ in range(level):
        assert isinstance(node, ast.stmt)
        node = ast.If(test=ast.Constant(True), body=[node], orelse=[])
    lines = ast.unparse(node).lstrip("\n").split("\n")
    return "\n".join(lines[level:]).strip().encode()


def _whole(edit: Edit, text: Text, above: Parents, root: ast.stmt) -> Patch:
    new = lifted(edit.target, edit.new, root, above)
    nodes = new if isinstance(new, list) else [new]
    start, end = text.span(root)
    margin = text.before(start)
    lines = [_indented(node, len(margin) // _INDENT) for node in nodes]
    return Patch(start, end, (b"\n" + margin).join(lines))
