"""A wrong attempt holds only what is wrong: the whole attempt is made of it and the reference.

A file that defines every function and class of the stub is a whole attempt already, and stays as it is to the byte.
Any other is put together as text, so that what a learner might have written keeps its looks:

- what the reference defines as well stands in the reference's place, decorators and the comment above it included;
  a class is replaced whole;
- what is new stands before the first of those that follow it in the file, and at the end where none does;
- the imports of both come first, each once.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from grader.errors import ExerciseError

_SPACED = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_IMPORTS = ast.Import | ast.ImportFrom


@dataclass(frozen=True)
class Piece:
    """A top-level statement with the comment above it, and the names that it binds."""

    text: str
    names: frozenset[str]
    spaced: bool  # empty lines go around it


@dataclass(frozen=True)
class Imported:
    """One name that an import statement binds: `from MODULE import NAME as BOUND`, or `import NAME as BOUND`."""

    source: str  # of the statement, up to the name
    name: str
    alias: str | None

    @property
    def bound(self) -> str:
        return self.alias or (self.name if self.name != "*" else self.source)

    @property
    def text(self) -> str:
        return f"{self.name} as {self.alias}" if self.alias else self.name


@dataclass(frozen=True)
class Module:
    """A module in pieces: its docstring as written, its imports, and the rest."""

    docstring: str
    imports: tuple[Imported, ...]
    pieces: tuple[Piece, ...]

    @property
    def names(self) -> frozenset[str]:
        """All that it binds."""
        return frozenset(name for piece in self.pieces for name in piece.names) | {one.bound for one in self.imports}


def is_whole(tree: ast.Module, public: list[str]) -> bool:
    """Whether a file defines, or imports, every one of the `public` names."""
    bound = {name for node in tree.body for name in _bound(node)}
    return bound >= set(public)


def merge(text: str, reference: str) -> str:
    """The whole attempt that `text` and the rest of the `reference` make; both are Python.

    Raises ExerciseError where the two don't fit together.
    """
    own, base = _split(text), _split(reference)
    _check(own, base)
    future, others = _import_lines([*base.imports, *own.imports])
    head = [part for part in (own.docstring, "\n".join(future), "\n".join(others)) if part]
    return ("\n\n".join(head) + _body(_placed(own, base))).lstrip("\n") + "\n"


def _check(own: Module, base: Module) -> None:
    known = {one.bound: one for one in base.imports}
    for one in own.imports:
        if known.get(one.bound, one) != one:
            raise ExerciseError(f"{one.bound} is imported otherwise than by the reference: give it another name")
    for piece in base.pieces:
        if piece.names & own.names and not piece.names <= own.names:
            left = ", ".join(sorted(piece.names - own.names))
            raise ExerciseError(f"{left} has to be defined as well: the reference does it in one statement")


def _placed(own: Module, base: Module) -> list[Piece]:
    """The pieces of both in their order."""
    places = {name: place for place, piece in enumerate(base.pieces) for name in piece.names}
    following = end = len(base.pieces)  # the first place of what comes later in the file
    at: dict[int, list[Piece]] = {place: [] for place in range(end + 1)}
    for piece in reversed(own.pieces):
        place = min((places[name] for name in piece.names if name in places), default=None)
        if place is not None:
            following = min(following, place)
        at[following if place is None else place].insert(0, piece)
    placed: list[Piece] = []
    for place, piece in enumerate(base.pieces):
        placed += at[place]
        if not piece.names & own.names:
            placed.append(piece)
    return placed + at[end]


def _body(pieces: list[Piece]) -> str:
    """The pieces as a module has them: two empty lines around a function or class, none between plain statements."""
    text, before = "", None
    for piece in pieces:
        spaced = piece.spaced or (before is not None and before.spaced)
        text += ("\n\n\n" if spaced else "\n" if before else "\n\n") + piece.text
        before = piece
    return text


def _import_lines(imports: list[Imported]) -> tuple[list[str], list[str]]:
    """The statements, those from `__future__` apart: what comes from one module is one statement."""
    plain = [f"{one.source} {one.text}" for one in imports if one.source == "import"]
    modules: dict[str, list[str]] = {}
    for one in imports:
        if one.source != "import":
            modules.setdefault(one.source, []).append(one.text)
    lines = [f"{source} {', '.join(dict.fromkeys(names))}" for source, names in modules.items()]
    future = [line for line in lines if line.startswith("from __future__ ")]
    return future, list(dict.fromkeys([*plain, *(line for line in lines if line not in future)]))


def _split(text: str) -> Module:
    tree, lines = ast.parse(text), text.split("\n")
    docstring = ""
    imports: list[Imported] = []
    pieces: list[Piece] = []
    body = tree.body
    if ast.get_docstring(tree) is not None:
        docstring = "\n".join(lines[: body[0].end_lineno])
        body = body[1:]
    done = len(docstring.split("\n")) if docstring else 0
    for group in _by_line(body):
        if all(isinstance(node, _IMPORTS) for node in group):
            imports += [one for node in group for one in _imported(node)]
            done = _end(group)
            continue
        start = _start(group, lines, done)
        done = _end(group)
        names = frozenset(name for node in group for name in _bound(node))
        spaced = any(isinstance(node, _SPACED) for node in group)
        pieces.append(Piece("\n".join(lines[start:done]), names, spaced))
    return Module(docstring, tuple(imports), tuple(pieces))


def _by_line(body: list[ast.stmt]) -> list[list[ast.stmt]]:
    """The statements, those that share a line together; one function with its overloads is one as well."""
    groups: list[list[ast.stmt]] = []
    for node in body:
        last = groups[-1][-1] if groups else None
        if last is not None and (node.lineno <= (last.end_lineno or 0) or _same_function(last, node)):
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def _same_function(one: ast.stmt, other: ast.stmt) -> bool:
    return isinstance(one, ast.FunctionDef) and isinstance(other, ast.FunctionDef) and one.name == other.name


def _start(group: list[ast.stmt], lines: list[str], done: int) -> int:
    """The index of the first line: the comment directly above belongs to it."""
    first = group[0]
    decorators = first.decorator_list if isinstance(first, _SPACED) else []
    start = min([first.lineno, *(one.lineno for one in decorators)]) - 1
    while start > done and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _end(group: list[ast.stmt]) -> int:
    return group[-1].end_lineno or group[-1].lineno


def _imported(node: ast.stmt) -> Iterator[Imported]:
    if isinstance(node, ast.Import):
        yield from (Imported("import", one.name, one.asname) for one in node.names)
    elif isinstance(node, ast.ImportFrom):
        source = f"from {'.' * node.level}{node.module or ''} import"
        yield from (Imported(source, one.name, one.asname) for one in node.names)


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a statement binds in the module, inside `if`, `try` and their like as well."""
    if isinstance(node, _SPACED):
        yield node.name
    elif isinstance(node, _IMPORTS):
        yield from (one.bound.partition(".")[0] for one in _imported(node))
    elif isinstance(node, ast.Name):
        if isinstance(node.ctx, ast.Store):
            yield node.id
    elif not isinstance(
        node, ast.AugAssign | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
    ):
        for child in ast.iter_child_nodes(node):
            yield from _bound(child)
