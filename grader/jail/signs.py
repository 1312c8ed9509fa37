"""Signs that a person should look at, found in an attempt's text. They say nothing of what the attempt does.

Runs in a child of the jail that never runs the attempt: to parse text is not harmless either, for it may take all
memory or crash. A sign is a line, a kind (`KINDS` in `grader/signs.py` has its words) and what was found there.
"""

import ast
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator

from grader.jail import suspects

Sign = tuple[int, str, str]

MOST = 5  # signs of one kind: many of one do not hide another
DEEP = 8  # names in a row that are looked up
TABLE = 500  # literals in one display
LITERALS = 2_000  # in the whole file
LONG_TEXT = 2_000  # characters of a literal that is no docstring
LONG_NUMBER = 1_000  # bits
LONG_FILE = 20_000  # characters: several times what the topics ask for
SUBJECT = 80  # characters

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LAYOUT = {
    "code behind a hundred blanks": re.compile(r"\S[ \t\f]{100,}\S"),
    "code after a hundred empty lines": re.compile(r"(?:\n[ \t\f]*){100,}\S"),
    "a carriage return alone, which ends a line for Python": re.compile(r"\r(?!\n)"),
}
_WORD = re.compile(r"\S{300,}")
_FAR = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")  # letters that look like Latin ones


def find(source: bytes) -> list[Sign]:
    """The signs in an attempt, by line: what was found, once, where it is first; at most `MOST` of a kind."""
    text = source.decode("utf-8-sig")
    lines = list(io.StringIO(text, newline=None))
    found = [*_in_text(text, lines), *_in_code("".join(lines))]
    seen: dict[str, set[str]] = {}
    kept = []
    for line, kind, subject in sorted(found):
        known = seen.setdefault(kind, set())
        if subject[:SUBJECT] not in known and len(known) < MOST:
            known.add(subject[:SUBJECT])
            kept.append((line, kind, subject[:SUBJECT]))
    return kept


# --- text ---


def _in_text(text: str, lines: list[str]) -> Iterator[Sign]:
    if len(text) > LONG_FILE:
        yield 1, "length", f"{len(text):,} characters"
    for what, pattern in _LAYOUT.items():
        if found := pattern.search(text):
            yield _line(text, found.end() - 1), "layout", what
    for number, line in enumerate(lines, 1):
        for character in dict.fromkeys(_HIDDEN.findall(line)):
            yield number, "characters", f"U+{ord(character):04X} {unicodedata.name(character, 'a control')}"
        if word := _WORD.search(line):
            yield number, "text", f"{len(word[0]):,} characters without a blank"


def _line(text: str, position: int) -> int:
    """The line of a position, as Python counts: three characters or pairs of them end one."""
    before = text[:position]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")


# --- code ---


def _in_code(text: str) -> list[Sign]:
    try:
        tree = ast.parse(text)
        return list(_Reader(tree, text).signs())
    except SyntaxError:
        return []  # the learner's message says so
    except (RecursionError, MemoryError, ValueError):
        return [(1, "unread", "it is nested too deep")]


class _Reader:
    """What a tree of an attempt shows, with the names that its imports gave."""

    def __init__(self, tree: ast.Module, text: str) -> None:
        self._nodes = list(ast.walk(tree))
        self._origins = dict(_imported(self._nodes))
        self._docstrings = {id(one) for one in self._nodes if isinstance(one, ast.Expr) for one in [one.value]}
        self._tabled: set[int] = set()  # displays within one that was counted
        self._lines = None if text.isascii() else text.encode().split(b"\n")

    def signs(self) -> Iterator[Sign]:
        for node in self._nodes:
            line = getattr(node, "lineno", 0)
            for kind, subject in self._of(node):
                yield line, kind, subject
            if self._lines is not None and isinstance(node, ast.Name | ast.Attribute):
                yield from self._disguised(node, self._lines)
        literals = sum(isinstance(node, ast.Constant) for node in self._nodes)
        if literals >= LITERALS:
            yield 1, "table", f"{literals:,} literals in all"

    def _of(self, node: ast.AST) -> Iterator[tuple[str, str]]:
        match node:
            case ast.Import():
                for name in node.names:
                    yield from suspects.of_module(name.name)
            case ast.ImportFrom(module=str(module)):
                yield from suspects.of_module(module)
                for name in node.names:
                    yield from suspects.of_path(f"{module}.{name.name}")
            case ast.Attribute():
                yield from suspects.of_attribute(node.attr)
                if path := self._path(node):
                    yield from suspects.of_path(path)
            case ast.Name(ctx=ast.Load()):
                yield from suspects.of_builtin(node.id)
            case ast.Constant():
                yield from self._constant(node)
            case ast.List() | ast.Tuple() | ast.Set() | ast.Dict():
                yield from self._table(node)
            case _:
                yield from _behaviour(node)
        yield from self._patched(node)

    def _path(self, node: ast.expr) -> str | None:
        """`sys.modules` for what stands for it, by whatever name `sys` was imported; None for anything else."""
        names: list[str] = []
        while isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
            if len(names) > DEEP:
                return None  # what is inside it is looked up by itself
        if not isinstance(node, ast.Name) or node.id not in self._origins:
            return None
        return ".".join([self._origins[node.id], *reversed(names)])

    def _constant(self, node: ast.Constant) -> Iterator[tuple[str, str]]:
        value = node.value
        if isinstance(value, str):
            yield from suspects.of_text(value)
        if isinstance(value, str | bytes) and len(value) >= LONG_TEXT and id(node) not in self._docstrings:
            yield "text", f"{len(value):,} {'characters' if isinstance(value, str) else 'bytes'} in one literal"
        if isinstance(value, int) and value.bit_length() >= LONG_NUMBER:
            yield "text", f"a number of {value.bit_length():,} bits"

    def _table(self, node: ast.expr) -> Iterator[tuple[str, str]]:
        if id(node) in self._tabled:
            return
        inside = list(ast.walk(node))
        self._tabled.update(map(id, inside))
        count = sum(isinstance(one, ast.Constant) for one in inside)
        if count >= TABLE:
            yield "table", f"{count:,} literals in one {type(node).__name__.lower()}"

    def _patched(self, node: ast.AST) -> Iterator[tuple[str, str]]:
        """What is put into a module that the attempt imports, or taken out of it."""
        match node:
            case ast.Attribute(ctx=ast.Store() | ast.Del()) as target:
                pass
            case ast.Subscript(ctx=ast.Store() | ast.Del(), value=ast.Attribute() as target):
                pass
            case ast.Call(func=ast.Name(id="setattr" | "delattr" | "vars"), args=[ast.Name() as target, *_]):
                pass
            case _:
                return
        if path := self._path(target):
            yield "patching", path

    def _disguised(self, node: ast.Name | ast.Attribute, lines: list[bytes]) -> Iterator[Sign]:
        """A name that looks like another to a person: written in letters that Python folds, or of two alphabets."""
        name = node.id if isinstance(node, ast.Name) else node.attr
        line, end = node.end_lineno, node.end_col_offset
        if line is None or end is None:
            return
        written = lines[line - 1][:end].decode("utf-8", "replace")
        if not written.endswith(name):
            yield line, "characters", f"a name that Python reads as {name}"
        elif re.search("[A-Za-z]", name) and any(unicodedata.name(letter, "").startswith(_FAR) for letter in name):
            yield line, "characters", f"a name in letters of two alphabets: {name}"


def _behaviour(node: ast.AST) -> Iterator[tuple[str, str]]:
    """What a statement does, whatever it names."""
    match node:
        case ast.FunctionDef(name="__eq__" | "__ne__", body=[*_, ast.Return(value=ast.Constant(value=bool()))]):
            if len(node.body) <= 2 and isinstance(node.body[0], ast.Return | ast.Expr):  # a docstring, perhaps
                yield "equality", f"{node.name} with one answer"
        case ast.Raise(exc=ast.Name(id="SystemExit") | ast.Call(func=ast.Name(id="SystemExit"))):
            yield "ending", "SystemExit"


def _imported(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """The names that imports give, wherever they stand, and what they stand for."""
    for node in nodes:
        if isinstance(node, ast.Import):
            for name in node.names:
                yield (name.asname, name.name) if name.asname else (name.name.partition(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for name in node.names:
                yield name.asname or name.name, f"{node.module}.{name.name}"
