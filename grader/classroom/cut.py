"""A module of Python without what nothing in it needs: of a suite the public tests, of scenarios those that they call.

What stays is the author's own text, comments above it included; only imports are written anew.
"""

import ast
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Cut:
    """What stays of a module, and the lines that went."""

    text: str
    left_out: tuple[tuple[int, str], ...]  # each with its number


def suite(source: str, public: Collection[str], docstring: str) -> Cut:
    """The tests whose ids (`TestRetry::test_waits`) are `public`, and what they need; `docstring` is the new one's."""

    def wanted(node: ast.stmt) -> bool:
        return isinstance(node, ast.ClassDef) and any(one.startswith(f"{node.name}::") for one in public)

    def members(node: ast.ClassDef) -> list[ast.stmt]:
        tests = [one for one in node.body if _is_test(one) and f"{node.name}::{_name(one)}" in public]
        others = [one for one in node.body if not _is_test(one)]
        return [*tests, *_needed(others, tests, _has_its_say)]

    return _cut(source, wanted, members, docstring)


def scenarios(source: str, words: Collection[str]) -> Cut:
    """The scenarios whose names are among `words`, and what they need; so is whatever acts when the file is run."""
    tree = ast.parse(source)

    def wanted(node: ast.stmt) -> bool:
        return (isinstance(node, _Definition) and node.name in words) or _acts(node)

    return _cut(source, wanted, lambda node: node.body, ast.get_docstring(tree, clean=False) or "")


def words(source: str) -> set[str]:
    """Every name, attribute and text of a module: whatever it could ask for by name."""
    return set(_words(ast.parse(source)))


def _cut(
    source: str,
    wanted: Callable[[ast.stmt], bool],
    members: Callable[[ast.ClassDef], list[ast.stmt]],
    docstring: str,
) -> Cut:
    tree, lines = ast.parse(source), source.splitlines()
    body = [node for node in tree.body if not _is_docstring(node)]
    first = [node for node in body if wanted(node)]
    inside: dict[ast.stmt, list[ast.stmt]] = {node: members(node) for node in first if isinstance(node, ast.ClassDef)}
    start = [
        one for node in first for one in ([*inside[node], *_heads(node)] if isinstance(node, ast.ClassDef) else [node])
    ]
    kept = [*first, *_needed([node for node in body if node not in first], start, _never)]
    needed = set(_words(*start, *(node for node in kept if node not in first)))
    taken: set[int] = set()
    blocks: list[tuple[ast.stmt, str]] = []
    for node in sorted(kept, key=lambda one: one.lineno):
        if isinstance(node, ast.Import | ast.ImportFrom):
            if text := _imported(node, needed):
                blocks.append((node, text))
            taken |= {*range(node.lineno, (node.end_lineno or node.lineno) + 1)}
        else:
            span = list(_span(node, inside.get(node), lines))
            taken |= {*span}
            blocks.append((node, "\n".join(lines[number - 1] for number in span)))
    left = [(number, line) for number, line in enumerate(lines, 1) if number not in taken]
    return Cut(_joined(blocks, docstring), tuple(left))


def _joined(blocks: list[tuple[ast.stmt, str]], docstring: str) -> str:
    """The blocks with blank lines as a formatter sets them: imports together, two around definitions."""
    text = f'"""{docstring}"""\n' if docstring else ""
    before: ast.stmt | None = None
    for node, block in blocks:
        if isinstance(node, _Definition) or isinstance(before, _Definition):
            text += "\n\n"
        elif before is None or isinstance(before, ast.Import | ast.ImportFrom) != isinstance(
            node, ast.Import | ast.ImportFrom
        ):
            text += "\n"
        text += block.rstrip() + "\n"
        before = node
    return text


def _span(node: ast.stmt, members: list[ast.stmt] | None, lines: list[str]) -> Iterator[int]:
    """The numbers of its lines; of a class without those of members that go."""
    start, end = _start(node, lines), node.end_lineno or node.lineno
    gone: set[int] = set()
    if members is not None and isinstance(node, ast.ClassDef):
        for one in node.body:
            if one not in members and not _is_docstring(one):
                gone |= {*range(_start(one, lines), (one.end_lineno or one.lineno) + 1)}
        last = max(one.end_lineno or one.lineno for one in [*members, node.body[0]])
        end = max(last, node.lineno)
        first = min((_start(one, lines) for one in node.body if one in members), default=end)
        gone |= {number for number in _blank(node, lines, gone) if number >= first}
    return (number for number in range(start, end + 1) if number not in gone)


def _blank(node: ast.ClassDef, lines: list[str], gone: set[int]) -> Iterator[int]:
    """Blank lines that would stand in a row, and comments that stand alone, once what is `gone` is out."""
    blank_before = False
    for number in range(node.lineno, (node.end_lineno or node.lineno) + 1):
        if number in gone:
            continue
        is_blank = not lines[number - 1].strip()
        if is_blank and blank_before:
            yield number
        blank_before = is_blank


def _start(node: ast.stmt, lines: list[str]) -> int:
    """Its first line, with decorators, and the comments right above."""
    decorators = node.decorator_list if isinstance(node, _Definition) else []
    number = min([node.lineno, *(one.lineno for one in decorators)])
    while number > 1 and lines[number - 2].strip().startswith("#"):
        number -= 1
    return number


def _needed(among: list[ast.stmt], start: list[ast.stmt], anyway: Callable[[ast.stmt], bool]) -> list[ast.stmt]:
    """Of some statements those that bind a name which `start`, or one of them that is needed, says."""
    found = [node for node in among if anyway(node)]
    said = set(_words(*start, *found))
    while more := [node for node in among if node not in found and said & set(_binds(node))]:
        found += more
        said |= set(_words(*(node for node in more if not isinstance(node, ast.Import | ast.ImportFrom))))
    return found


def _never(node: ast.stmt) -> bool:
    return False


def _heads(node: ast.ClassDef) -> list[ast.stmt]:
    """What a class says beside its body, as statements."""
    said = [*node.bases, *(one.value for one in node.keywords), *node.decorator_list]
    return [ast.Expr(one) for one in said]


def _has_its_say(node: ast.stmt) -> bool:
    """Whether a member of a class of tests takes part without being named: pytest's own, and automatic fixtures."""
    if isinstance(node, ast.FunctionDef):
        return node.name.startswith(("setup_", "teardown_")) or any(
            "autouse" in _words(one) for one in node.decorator_list
        )
    return False


def _acts(node: ast.stmt) -> bool:
    """Whether it does something when the file is run, beside binding a name."""
    if isinstance(node, _Definition | ast.Import | ast.ImportFrom):
        return False
    if isinstance(node, ast.Assign | ast.AnnAssign):
        return any(isinstance(one, ast.Call) for one in ast.walk(node))
    return not isinstance(node, ast.Pass)


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test")


def _name(node: ast.stmt) -> str:
    return node.name if isinstance(node, _Definition) else ""


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _imported(node: ast.Import | ast.ImportFrom, said: set[str]) -> str:
    """The import of what is said of it; empty where nothing is."""
    used = [one for one in node.names if one.name == "*" or _bound(one) in said]
    if not used:
        return ""
    again = ast.Import(used) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, used, node.level)
    return ast.unparse(again)


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _binds(node: ast.stmt) -> Iterator[str]:
    """The names that a statement at the top of a module or class gives a value."""
    if isinstance(node, _Definition):
        yield node.name
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from map(_bound, node.names)
    else:
        yield from (one.id for one in ast.walk(node) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load))


def _words(*nodes: ast.AST) -> Iterator[str]:
    for node in nodes:
        for one in ast.walk(node):
            if isinstance(one, ast.Name):
                yield one.id
            elif isinstance(one, ast.Attribute):
                yield one.attr
            elif isinstance(one, ast.arg | ast.keyword):  # a fixture is asked for by its name
                yield one.arg or ""
            elif isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield one.value
