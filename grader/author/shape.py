"""Whether an exercise is whole: everything there, everything said, nothing given away."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from grader.author import attempts, draft
from grader.author.source import parse, read_text
from grader.catalog import WHOLE, Exercise
from grader.errors import ExerciseError
from grader.judge.suite import evidence, examples
from grader.parts import parts

MIN_HINTS = 3
GIVEN_AWAY = 30  # characters of a line of the reference that is nobody's by chance


def problems(exercise: Exercise, test_ids: list[str]) -> Iterator[str]:
    """What is wrong with the files of an exercise, a line each."""
    missing = [path for path in _files(exercise) if not path.is_file()]
    yield from (f"{path.name} is missing" for path in missing)
    if missing:
        return
    yield from _hints(exercise)
    yield from _names(exercise)
    yield from _given_away(exercise)
    yield from _called_scenarios(exercise)
    yield from _looks(exercise)
    yield from _headers(exercise, test_ids)
    if examples.read_recording(exercise, 0) is None:
        yield f"{exercise.recording.name} is missing or stale: grader author record {exercise.topic}"


def _files(exercise: Exercise) -> list[Path]:
    return [exercise.brief, exercise.stub, exercise.scenarios, exercise.suite, exercise.reference]


def _hints(exercise: Exercise) -> Iterator[str]:
    """There are hints enough, for every part that there is and for no other."""
    hints = exercise.manifest.hints_by_part
    texts = [text for group in hints.values() for text in group]
    if len(texts) < MIN_HINTS:
        yield f"exercise.toml has {len(texts)} hints; {MIN_HINTS} or more lead from a question to the solution"
    if not all(text.strip() for text in (*texts, *exercise.manifest.objectives)):
        yield "exercise.toml has an empty hint or objective"
    names = [part.name for part in parts(exercise)]
    for name in names:
        if name not in hints and not (len(names) == 1 and WHOLE in hints):
            yield f'exercise.toml has no hint for the part {name!r}: write {name!r} = ["..."] below [hints]'
    for name in hints:
        if name not in (*names, WHOLE):
            yield f"exercise.toml has hints for {name!r}, which is no part: the suite has {', '.join(names)}"


def _names(exercise: Exercise) -> Iterator[str]:
    """Every name of the attempt that a scenario touches stands in the brief, and the stub defines it."""
    brief = read_text(exercise.brief)
    defined = set(attempts.public_names(parse(exercise.stub)))
    for name in sorted(touched(exercise)):
        if not re.search(rf"\b{name}\b", brief):
            yield f"the brief does not say {name}, which the scenarios use"
        if name not in defined:
            yield f"the stub does not define {name}, which the scenarios use"


def touched(exercise: Exercise) -> set[str]:
    """The names that scenarios import from the attempt."""
    imports = [
        node
        for scenario in _scenarios(exercise)
        for node in ast.walk(scenario)
        if isinstance(node, ast.ImportFrom) and node.module == exercise.module
    ]
    return {one.name for node in imports for one in node.names}


def _given_away(exercise: Exercise) -> Iterator[str]:
    """No line of the reference's bodies stands in the stub or in the brief."""
    lines = set(_body_lines(exercise.reference))
    for path in (exercise.stub, exercise.brief):
        shown = {line.strip() for line in read_text(path).splitlines()}
        yield from (f"{path.name} gives a line of the reference away: {line}" for line in sorted(lines & shown))


def _body_lines(path: Path) -> Iterator[str]:
    source = read_text(path)
    for function in ast.walk(parse(path, source)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            has_docstring = ast.get_docstring(function) is not None
            for statement in function.body[has_docstring:]:
                for line in (ast.get_source_segment(source, statement) or "").splitlines():
                    if len(line.strip()) >= GIVEN_AWAY:
                        yield line.strip()


def _scenarios(exercise: Exercise) -> list[ast.FunctionDef]:
    return [node for node in parse(exercise.scenarios).body if isinstance(node, ast.FunctionDef)]


def called(exercise: Exercise, on: str | None = None) -> set[str]:
    """The names of the methods that the suite calls, on anything or on `on`."""
    calls = [
        node.func
        for node in ast.walk(parse(exercise.suite))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    return {one.attr for one in calls if on is None or (isinstance(one.value, ast.Name) and one.value.id == on)}


def _called_scenarios(exercise: Exercise) -> Iterator[str]:
    """Every scenario that the suite calls is there, and ends in the one value that it returns."""
    defined = {node.name: node for node in _scenarios(exercise)}
    for name in sorted(called(exercise, on="attempt") - defined.keys() - {"fresh"}):
        yield f"the suite calls attempt.{name}, which scenarios.py does not define"
    for name in sorted(called(exercise) & defined.keys()):
        if [type(one) for one in _returns(defined[name])] != [ast.Return] or not isinstance(
            defined[name].body[-1], ast.Return
        ):
            yield f"the scenario {name} has to end in its only return, for a snippet is cut from it"


def _returns(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The `return` statements of a function, without those of functions in it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Return):
            yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _looks(exercise: Exercise) -> Iterator[str]:
    """Every assertion has on its left what a scenario returned, or a part of it: that is what the snippet shows.

    What tools find in the text is shown by the tools, so a test may compute from it.
    """
    tree = parse(exercise.suite)
    reading = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and _reads_text(one)]
    free = {id(node) for test in reading for node in ast.walk(test)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and id(node) not in free and evidence.path_of(node) is None:
            yield (
                f"{exercise.suite.name}:{node.lineno} compares something else than a part of an answer: "
                "put `seen.NAME` on the left, and what is made of it into the scenario"
            )


def _reads_text(test: ast.FunctionDef) -> bool:
    """Whether a test asks for `attempt.text`."""
    return any(
        isinstance(one, ast.Attribute) and one.attr == "text" and ast.unparse(one.value).startswith("attempt")
        for one in ast.walk(test)
    )


def _headers(exercise: Exercise, test_ids: list[str]) -> Iterator[str]:
    try:
        right, wrong = attempts.right(exercise), attempts.wrong(exercise)
        if not right:
            yield f"right/ has no attempt: write {draft.RIGHT} or more that solve it in other ways"
        if not wrong:
            yield f"wrong/ has no attempt: write {draft.WRONG} or more, one misconception each"
        for one in wrong:
            if not one.fails:
                yield f"wrong/{one.path.name} names no test after Fails: name those that must fail"
            for name, found in attempts.named_in(one.fails, test_ids).items():
                if not found:
                    yield f"wrong/{one.path.name} names {name}, which the suite does not have"
    except (ExerciseError, SyntaxError) as problem:
        yield str(problem)
