"""The parts of an exercise: one for each class of tests of its suite, which is read here and not run."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import ExerciseError, UsageError

if TYPE_CHECKING:
    from grader.catalog import Exercise


@dataclass(frozen=True)
class Part:
    """What a learner calls it, and the class of the suite that it is."""

    name: str
    test_class: str


def part_name(test_class: str, docstring: str | None) -> str:
    """The first line of the class's docstring, or else its name in words: `TestRetryTwice` is `retry twice`."""
    return first_line(docstring) or words(test_class.removeprefix("Test"))


def first_line(text: str | None) -> str:
    """The first line of a docstring."""
    return (text or "").strip().partition("\n")[0].strip()


def words(name: str) -> str:
    """A name as words: `camelCase` and `snake_case` alike."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower()


def parts(exercise: "Exercise") -> tuple[Part, ...]:
    """The parts, in the order of the suite. Raises ExerciseError if it can't be read."""
    return of_suite(exercise.suite)


def of_suite(suite: Path) -> tuple[Part, ...]:
    """The parts of the suite in that file."""
    try:
        tree = ast.parse(suite.read_bytes(), suite.name)
    except (OSError, SyntaxError, ValueError) as error:
        raise ExerciseError(f"{suite} can't be read: {error}") from error
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name.startswith("Test")]
    return tuple(Part(part_name(one.name, ast.get_docstring(one)), one.name) for one in classes)


def find(exercise: "Exercise", asked: str) -> Part:
    """The part of that name, or the one whose name begins so. Raises UsageError if there is none."""
    there, wanted = parts(exercise), _letters(asked)
    same = [one for one in there if wanted in (_letters(one.name), _letters(one.test_class.removeprefix("Test")))]
    near = same or [one for one in there if wanted and _letters(one.name).startswith(wanted)]
    if len(near) == 1:
        return near[0]
    raise UsageError(f"{exercise.topic} has no part {asked!r}: it has {', '.join(one.name for one in there)}")


def _letters(name: str) -> str:
    """A name as it is however it was written: `Count Down`, `count_down` and `CountDown` are one."""
    return re.sub(r"[\W_]+", "", name).lower()
