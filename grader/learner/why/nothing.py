"""None where a value was meant."""

import ast
import re
from collections.abc import Iterator

from grader.learner.setting import Case, Function, dotted, gives_nothing, head, inside

_OF_NONE = re.compile(r"\bNoneType\b")
# Methods of lists, which change them and give None.
_IN_PLACE = frozenset({"append", "extend", "insert", "sort", "reverse", "clear"})


def none_used(case: Case) -> str | None:
    """None, used in a line of the attempt, that a call gives which can give nothing else."""
    if case.kind not in ("TypeError", "AttributeError") or not _OF_NONE.search(case.said) or case.is_own:
        return None
    tree = case.setting.tree
    if case.statement is None or tree is None:
        return None
    functions = _functions(tree)
    used = list(_used(case.said, [case.statement, *(node for one in head(case.statement) for node in ast.walk(one))]))
    values = [_value(one, case.scopes[-1]) for one in used]
    found = [why for one in values if one is not None and (why := _gives_none(one, functions))]
    is_one_of_two = "operand" in case.said or "between" in case.said
    return found[0] if len(found) == 1 and (len(used) == 1 or is_one_of_two) else None


def _used(said: str, nodes: list[ast.AST]) -> Iterator[ast.expr]:
    """What may be the None that an error speaks of."""
    attribute = re.search(r"has no attribute '(\w+)'", said)
    for node in nodes:
        match node:
            case ast.Attribute(value=value, attr=attr) if attribute and attr == attribute[1]:
                yield value
            case ast.Subscript(value=value) if "subscriptable" in said or "item" in said:
                yield value
            case ast.Call(func=value) if "callable" in said:
                yield value
            case ast.For(iter=value) | ast.comprehension(iter=value) if "iterable" in said:
                yield value
            case ast.Call(args=values) if "len()" in said or "iterable" in said:
                yield from values
            case ast.BinOp() | ast.AugAssign() | ast.Compare() if "operand" in said or "between" in said:
                yield from (one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr))


def _value(node: ast.expr, scope: ast.AST) -> ast.expr | None:
    """An expression, or for a name the one value that its scope gives to it."""
    if not isinstance(node, ast.Name):
        return node
    known = [*inside(scope), *ast.walk(getattr(scope, "args", ast.Pass()))]
    named = [one for one in known if isinstance(one, ast.Name) and one.id == node.id]
    stores = [one for one in named if isinstance(one.ctx, ast.Store)]
    values = [one.value for one in known if isinstance(one, ast.Assign) and one.targets == stores]
    is_argument = any(isinstance(one, ast.arg) and one.arg == node.id for one in known)
    return values[0] if len(values) == len(stores) == 1 and not is_argument else None


def none_returned(case: Case) -> str | None:
    """None that came back from a function which never returns a value, where the reference's does."""
    mine, theirs, snippet = case.setting.tree, case.setting.reference, case.evidence.snippet
    if mine is None or theirs is None or not snippet or not _came_back(case):
        return None
    mentioned = set(re.findall(r"\w+", snippet))
    own, meant = _functions(mine), _functions(theirs)
    suspects = []
    for way, function in own.items():
        outer = way.partition(".")[0]
        if outer in mentioned and _is_meant_to_give(way, meant) and gives_nothing(function):
            suspects.append(function)
    if len(suspects) != 1:
        return None
    return _never(suspects[0])


def _came_back(case: Case) -> bool:
    """Whether None is the answer, or what the caller could make nothing of."""
    why = case.evidence
    if case.verdict == "failed" and why.raised is None:
        return why.actual == "None" and why.expected not in (None, "None") and why.subject is not None
    return case.last is None and case.kind in ("TypeError", "AttributeError") and bool(_OF_NONE.search(case.said))


def _functions(tree: ast.AST, way: str = "") -> dict[str, Function]:
    """The functions of a module, of its classes and of its functions, by their way from the module: `Stack.push`."""
    found: dict[str, Function] = {}
    for node in inside(tree):
        if isinstance(node, Function | ast.ClassDef):
            name = f"{way}{node.name}"
            if isinstance(node, Function):
                found[name] = node
            found |= _functions(node, f"{name}.")
    return found


def _is_meant_to_give(way: str, meant: dict[str, Function]) -> bool:
    """Whether the reference's function gives a value; where it has none of that name, all beside that."""
    if way in meant:
        return not gives_nothing(meant[way]) and isinstance(meant[way], ast.FunctionDef)
    outer = way.rpartition(".")[0]
    beside = [one for name, one in meant.items() if name.rpartition(".")[0] == outer]
    return bool(outer) and outer in meant and bool(beside) and not any(map(gives_nothing, beside))


def _gives_none(node: ast.AST, functions: dict[str, Function]) -> str | None:
    """Why a call gives None, if it can give nothing else."""
    if not isinstance(node, ast.Call):
        return None
    name = dotted(node.func)
    if isinstance(node.func, ast.Name) and name in functions and gives_nothing(functions[name]):
        return None if functions[name].decorator_list else _never(functions[name])
    if isinstance(node.func, ast.Attribute) and node.func.attr in _IN_PLACE:
        return f"`.{node.func.attr}()` changes the list itself and gives None: use the list after it, not its result."
    return None


def _never(function: Function) -> str:
    return f"`{function.name}` (line {function.lineno}) never returns a value, so it gives None: `return` is missing."
