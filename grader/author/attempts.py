"""The attempts that come with an exercise: right ones, wrong ones, and those that every suite must reject."""

import ast
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from grader.author import merge
from grader.author.source import parse, read, read_text
from grader.catalog import Exercise
from grader.errors import ExerciseError


@dataclass(frozen=True)
class Right:
    """A correct attempt; `source` is the whole of it, `needs` are distributions that it stands on."""

    path: Path
    source: bytes
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """A misconception: the whole attempt, what it is called, what a learner is told, and the tests that must fail."""

    path: Path
    source: bytes
    name: str
    explanation: str
    fails: tuple[str, ...]


def right(exercise: Exercise) -> list[Right]:
    """The files of `right/`, those that need the same side by side: they share a jail.

    Raises ExerciseError if one has no header.
    """
    found = [read_right(exercise, path) for path in sorted((exercise.folder / "right").glob("*.py"))]
    return sorted(found, key=lambda one: one.needs)


def wrong(exercise: Exercise) -> list[Wrong]:
    """The files of `wrong/`. Raises ExerciseError if one has no header, or half of one."""
    return [read_wrong(exercise, path) for path in sorted((exercise.folder / "wrong").glob("*.py"))]


def read_right(exercise: Exercise, path: Path) -> Right:
    """One file of `right/`. Raises ExerciseError if it has no header."""
    source, header = _read(exercise, path)
    needs = tuple(name for line in re.findall(r"^Needs:(.*)", header, re.MULTILINE) for name in _names(line))
    if path.stem in needs:
        raise ExerciseError(f"{path} has the name of the library that it imports: it would import itself")
    return Right(path, source, needs)


def read_wrong(exercise: Exercise, path: Path) -> Wrong:
    """One file of `wrong/`. Raises ExerciseError if it has no header, or half of one."""
    source, header = _read(exercise, path)
    found = re.search(r"^Fails:(.*)", header, re.MULTILINE | re.DOTALL)
    name, _, rest = header.partition("\n")
    explanation = " ".join((rest[: rest.find("Fails:")] if found else rest).split())
    if not found or not explanation:
        raise ExerciseError(f"{path} needs a docstring with a name, two sentences for the learner, and Fails: TESTS")
    return Wrong(path, source, name.strip().rstrip("."), explanation, _names(found.group(1)))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[,\s]+", text.strip().rstrip(".")) if name)


def _read(exercise: Exercise, path: Path) -> tuple[bytes, str]:
    """The whole attempt that a file stands for, and what its docstring says."""
    source = read(path)
    tree = parse(path, source)
    header = ast.get_docstring(tree) or ""
    if not header:
        raise ExerciseError(f"{path} has no docstring that says what it is; see docs/authoring.md")
    if merge.is_whole(tree, public_names(parse(exercise.stub))):
        return source, header
    reference = read_text(exercise.reference)
    parse(exercise.reference, reference)
    try:
        merged = merge.merge(read_text(path), reference)
    except ExerciseError as problem:
        raise ExerciseError(f"{path} does not fit the reference: {problem}") from problem
    parse(path, merged)
    return merged.encode(), header


def named_in(fails: tuple[str, ...], tests: list[str]) -> dict[str, list[str]]:
    """For each named test the ids that it stands for: its own, or those of its cases."""
    return {name: [one for one in tests if one == name or one.startswith(f"{name}[")] for name in fails}


# --- wrong attempts that every suite must reject ---


STUB = "the stub"
NONE_RETURNER = "an attempt that returns None from every function"


def universal(exercise: Exercise) -> dict[str, bytes]:
    """By name: attempts that know nothing of the exercise but its stub and its brief."""
    stub = parse(exercise.stub)
    names = public_names(stub)
    return {
        STUB: exercise.stub.read_bytes(),
        "an attempt that answers the brief's examples only": _example_fitter(exercise, names),
        "an attempt that leaves with os._exit(0)": b"import os\nos._exit(0)\n",
        "an attempt that leaves with os._exit(0) when called": _each(
            names, "import os", "def {name}(*args, **kwargs):\n    os._exit(0)\n"
        ),
        "an attempt that returns objects equal to everything": _FLATTERER + _each(names, "", "{name} = Flatterer()\n"),
        NONE_RETURNER: _none_returner(stub),
    }


def public_names(stub: ast.Module) -> list[str]:
    """The functions and classes that a stub defines."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return [node.name for node in stub.body if isinstance(node, kinds) and not node.name.startswith("_")]


def _each(names: list[str], head: str, template: str) -> bytes:
    return (head + "\n" + "".join(template.format(name=name) for name in names)).encode()


_FLATTERER = b"""
class Flatterer(Exception):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = Exception.__hash__
    def __call__(self, *args, **kwargs): return Flatterer()
    def __getattr__(self, name): return Flatterer()
    def __getitem__(self, key): return Flatterer()
    def __iter__(self): return iter([Flatterer()])
    def __contains__(self, item): return True
    def __bool__(self): return True
    def __len__(self): return 1
    def __enter__(self): return self
    def __exit__(self, *exc): return True
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
"""


def _none_returner(stub: ast.Module) -> bytes:
    """The stub, with functions that do nothing and don't complain. Changes `stub`."""
    for node in ast.walk(stub):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [ast.Return(ast.Constant(None))]
    return ast.unparse(ast.fix_missing_locations(stub)).encode()


def _example_fitter(exercise: Exercise, names: list[str]) -> bytes:
    """Looks its answers up in the brief: `>>> f(1)` is followed by what it has to give."""
    answers: dict[str, str] = {}
    lines = read_text(exercise.brief).splitlines()
    for line, following in pairwise(lines):
        call = line.strip().removeprefix(">>> ").strip()
        if call == line.strip():
            continue
        try:
            tree, result = ast.parse(call, mode="eval").body, ast.literal_eval(following.strip())
        except (SyntaxError, ValueError):
            continue
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id in names:
            key = ", ".join(
                [*map(ast.unparse, tree.args), *(f"{one.arg}={ast.unparse(one.value)}" for one in tree.keywords)]
            )
            answers[f"{tree.func.id}({key})"] = repr(result)
    table = "".join(f"    {call!r}: {result},\n" for call, result in answers.items())
    return (f"ANSWERS = {{\n{table}}}\n" + _FITTER + "".join(f"{name} = Fitter({name!r})\n" for name in names)).encode()


_FITTER = """

class Fitter:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args, **kwargs):
        given = [*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())]
        return ANSWERS.get(f"{self.name}({', '.join(given)})")


"""
