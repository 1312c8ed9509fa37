"""The structure of an attempt's text: its classes and functions with their sizes, what it imports, what it names."""

import ast
import io
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grader.jail.text.findings import CONFIGURED, LONGEST, MUTE, Unread

_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
_WORDS = 200  # characters of one name or expression


@dataclass(frozen=True)
class Function:
    """A function or a method."""

    name: str  # with what it stands in: `outer.inner`; of a method its own
    line: int
    lines: int  # from its first decorator to its end
    parameters: list[str]  # `self`, `*args`, `key`, `**options`
    decorators: list[str]


@dataclass(frozen=True)
class Class:
    """A class."""

    name: str  # with what it stands in: `Outer.Inner`
    line: int
    lines: int
    bases: list[str]  # as they are written, `metaclass=Meta` among them
    decorators: list[str]
    methods: list[Function]


def outline(text: str) -> dict[str, Any]:
    """The structure of `text`. Raises Unread where it is no Python."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise Unread(f"{type(error).__name__}: {error}"[:LONGEST]) from None
    found = list(_definitions(tree))
    return {
        "lines": len(text.splitlines()),
        "classes": [one for one in found if isinstance(one, Class)],
        "functions": [one for one in found if isinstance(one, Function)],
        "imports": sorted(set(_imports(tree))),
        "names": sorted(set(_names(tree))),
        "ignores": list(_ignores(text)),
    }


def _definitions(tree: ast.AST) -> Iterator[Class | Function]:
    """Every class, and every function that is no method, wherever it stands."""
    waiting: list[tuple[ast.AST, str, bool]] = [(tree, "", False)]
    while waiting:
        node, prefix, in_class = waiting.pop()
        name = prefix
        if isinstance(node, _FUNCTION | ast.ClassDef):
            name = f"{prefix}{node.name}."[-_WORDS:]
            if isinstance(node, ast.ClassDef):
                yield _class(node, name[:-1])
            elif not in_class:
                yield _function(node, name[:-1])
        inside = isinstance(node, ast.ClassDef) or (in_class and not isinstance(node, _FUNCTION | ast.Lambda))
        waiting += [(one, name, inside) for one in reversed([*ast.iter_child_nodes(node)])]


def _class(node: ast.ClassDef, name: str) -> Class:
    keywords = [f"{one.arg}={_written(one.value)}" if one.arg else f"**{_written(one.value)}" for one in node.keywords]
    methods = [_function(one, one.name[:_WORDS]) for one in _methods(node.body)]
    bases = [*map(_written, node.bases), *keywords]
    return Class(name, node.lineno, _size(node), bases, [*map(_written, node.decorator_list)], methods)


def _methods(body: Sequence[ast.AST]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a class's body, under an `if` as well."""
    waiting: list[ast.AST] = [*body][::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, _FUNCTION):
            yield node
        elif not isinstance(node, ast.ClassDef | ast.Lambda):
            waiting += reversed([*ast.iter_child_nodes(node)])


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Function:
    given = node.args
    names = [one.arg for one in (*given.posonlyargs, *given.args)]
    names += [f"*{given.vararg.arg}"] if given.vararg else []
    names += [one.arg for one in given.kwonlyargs]
    names += [f"**{given.kwarg.arg}"] if given.kwarg else []
    parameters = [one[:_WORDS] for one in names]
    return Function(name, node.lineno, _size(node), parameters, [*map(_written, node.decorator_list)])


def _size(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return (node.end_lineno or first) - first + 1


def _written(node: ast.expr) -> str:
    """An expression as its author could have written it."""
    try:
        return ast.unparse(node)[:_WORDS]
    except RecursionError:
        return "…"


def _imports(tree: ast.AST) -> Iterator[str]:
    """`os.path` for each way to import it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name[:_WORDS] for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}{'' if module.endswith('.') else '.'}{one.name}"[:_WORDS] for one in node.names)


def _names(tree: ast.AST) -> Iterator[str]:
    """Every variable and attribute that is named."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id[:_WORDS]
        elif isinstance(node, ast.Attribute):
            yield node.attr[:_WORDS]


def _ignores(text: str) -> list[tuple[int, str]]:
    """What asks mypy or ruff to keep silent, each with its line: comments, and lines that mypy takes for such."""
    if not MUTE.search(text):
        return []
    lines = list(io.StringIO(text, newline=None))
    found = {number: line.rstrip() for number, line in enumerate(lines, 1) if CONFIGURED.match(line)}
    try:
        for token in tokenize.generate_tokens(iter(lines).__next__):
            if token.type == tokenize.COMMENT and MUTE.search(token.string):
                found[token.start[0]] = token.string
    except (SyntaxError, tokenize.TokenError):
        pass  # ast has parsed it, so what is left out is no comment
    return [(number, found[number][:_WORDS]) for number in sorted(found)]
