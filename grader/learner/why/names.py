"""Names that are not there, or not what they seem."""

import ast
import builtins
import keyword
import re
import sys
from itertools import pairwise

from grader.learner.setting import Case, Function, bound, dotted, inside
from grader.learner.why.words import near

_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
_UNBOUND = re.compile(r"cannot access local variable '(\w+)' where it is not associated with a value")
_NO_ATTRIBUTE = re.compile(r"'(\w+)' object has no attribute '(\w+)'|type object '(\w+)' has no attribute '(\w+)'")
_NOT_CALLABLE = re.compile(r"'\w+' object is not callable")
_HOMES = {
    "abc": "ABC abstractmethod",
    "collections": "Counter OrderedDict defaultdict deque namedtuple",
    "contextlib": "ExitStack closing contextmanager suppress",
    "dataclasses": "dataclass",
    "datetime": "datetime timedelta",
    "enum": "Enum auto",
    "functools": "cached_property lru_cache partial reduce singledispatch total_ordering update_wrapper wraps",
    "itertools": "chain count cycle groupby islice pairwise takewhile",
    "math": "ceil floor pi sqrt",
    "pathlib": "Path",
    "random": "choice randint shuffle",
    "time": "perf_counter sleep",
    "typing": "Any Optional",
}
_FROM = {name: module for module, names in _HOMES.items() for name in names.split()}
_ELSEWHERE = {"true": "True", "false": "False", "none": "None", "null": "None", "nil": "None", "this": "self"}


def missing_self(case: Case) -> str | None:
    """A method that does not take its object."""
    if _undefined(case) != "self":
        return None
    for outer, inner in pairwise(case.scopes):
        if isinstance(outer, ast.ClassDef) and isinstance(inner, Function) and not inner.decorator_list:
            return f"`{inner.name}` (line {inner.lineno}) has no `self`: it is the first parameter of every method."
    return None


def not_defined(case: Case) -> str | None:
    """A name that nobody has bound, with one that is close to it."""
    name = _undefined(case)
    if name is None:
        return None
    # What a class binds is not seen from its methods.
    scopes = [one for one in case.scopes if not isinstance(one, ast.ClassDef) or one is case.scopes[-1]]
    known = {key: line for scope in scopes for key, line in bound(scope).items()}
    if name in _ELSEWHERE and (name != "this" or "self" in known):
        return f"`{name}` is not defined: did you mean `{_ELSEWHERE[name]}`?"
    if name in known:
        later = case.at_import and case.last is not None and known[name] > case.last.line
        return f"`{name}` comes only in line {known[name]}: move it above its first use." if later else None
    if meant := near(name, known):
        return f"`{name}` is not defined: did you mean `{meant}` (line {known[meant]})?"
    if what := _importing(case, name):
        return f"`{name}` is not imported: write `{what}` at the top."
    meant = near(name, {*dir(builtins), *keyword.kwlist}, cutoff=0.8)
    return f"`{name}` is not defined: did you mean `{meant}`?" if meant else None


def assigned_inside(case: Case) -> str | None:
    """A name of the module, or of a function around, that a function assigns to."""
    found = _UNBOUND.fullmatch(case.said) if case.kind == "UnboundLocalError" else None
    functions = [scope for scope in case.scopes if isinstance(scope, Function)]
    tree = case.setting.tree
    if found is None or not functions or tree is None:
        return None
    name = found[1]
    around = next((one for one in reversed(functions[:-1]) if name in bound(one)), None)
    if around is None and name not in bound(tree):
        return None
    word = "global" if around is None else "nonlocal"
    inner = functions[-1].name
    return f"`{inner}` assigns to `{name}`, which makes it a new name inside it: say `{word} {name}` first."


def not_in_the_attempt(case: Case) -> str | None:
    """A name that the brief asks for and the attempt does not have."""
    module, tree = case.setting.exercise.module, case.setting.tree
    pattern = rf"cannot import name '(\w+)' from '{module}'|module '{module}' has no attribute '(\w+)'"
    found = re.match(pattern, case.said) if case.kind in ("ImportError", "AttributeError") else None
    if found is None or case.last is not None or tree is None:
        return None
    name, known = found[1] or found[2], bound(tree)
    if name in known:
        return None
    meant = near(name, known)
    hint = f": is it `{meant}` (line {known[meant]})?" if meant else ". The brief asks for that name."
    return f"{case.setting.file} has no `{name}`{hint}"


def no_attribute(case: Case) -> str | None:
    """An attribute that is not there, with one that is close to it, of a class of one's own or of Python's."""
    found = _NO_ATTRIBUTE.match(case.said) if case.kind == "AttributeError" and not case.is_own else None
    tree = case.setting.tree
    if found is None or case.last is None or tree is None:
        return None
    kind, name = found[1] or found[3], found[2] or found[4]
    own = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == kind]
    known = _attributes(own[0]) if len(own) == 1 else {}
    theirs = [] if own else [one for one in dir(getattr(builtins, kind, None)) if not one.startswith("_")]
    meant = near(name, [*known, *theirs])
    if meant is None or kind == "NoneType":
        return None
    where = f" (line {known[meant]})" if meant in known else ""
    return f"{kind} has no `{name}`: did you mean `{meant}`{where}?"


def hidden_builtin(case: Case) -> str | None:
    """A value that is called as a function of Python's own, and hides it."""
    if case.kind != "TypeError" or not _NOT_CALLABLE.match(case.said) or case.is_own:
        return None
    called = [name for name in case.calls if callable(getattr(builtins, name, None))]
    hiding = [(name, bound(scope)[name]) for scope in case.scopes for name in called if name in bound(scope)]
    if len(hiding) != 1:
        return None
    name, line = hiding[0]
    return f"`{name}` in line {line} is a name of yours that hides Python's own `{name}`: call it something else."


def _importing(case: Case, name: str) -> str | None:
    """What imports a name of the standard library, if that is what it is meant for."""
    if name in _FROM:
        return f"from {_FROM[name]} import {name}"
    asked = [dotted(node.value) for node in ast.walk(case.way[-1]) if isinstance(node, ast.Attribute)]
    return f"import {name}" if name in sys.stdlib_module_names and name in asked else None


def _undefined(case: Case) -> str | None:
    found = _UNDEFINED.match(case.said) if case.kind == "NameError" and not case.is_own else None
    if found is None or case.statement is None:
        return None
    return found[1]


def _attributes(kind: ast.ClassDef) -> dict[str, int]:
    """What a class and its methods bind on it and on its objects, each with its line."""
    found = bound(kind)
    for method in (node for node in kind.body if isinstance(node, Function)):
        first = method.args.args[0].arg if method.args.args else None
        for node in (
            one for one in inside(method) if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store)
        ):
            if isinstance(node.value, ast.Name) and node.value.id == first:
                found.setdefault(node.attr, node.lineno)
    return found
