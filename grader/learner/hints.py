"""Which hint comes: one at a time, for the part at work."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from grader import parts
from grader.catalog import WHOLE, Catalog, Exercise
from grader.errors import UsageError
from grader.learner import course, last
from grader.learner.view import view
from grader.standing import Standing
from grader.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """What was asked for; None is left to what is at work."""

    exercise: Exercise
    part: str | None = None
    number: int | None = None  # from 1


@dataclass(frozen=True)
class Hint:
    """The answer. Without a number there is none left, of this part or, without one, of the exercise."""

    exercise: Exercise
    part: str | None
    number: int | None = None
    texts: tuple[str, ...] = ()  # all hints of the part

    @property
    def text(self) -> str:
        return self.texts[self.number - 1] if self.number else ""


def read(words: Sequence[str], found: Workspace, exercises: Catalog) -> Asked:
    """`[TOPIC] [PART] [N]`, as it was typed. Raises UsageError for what there is not."""
    left = list(words)
    number = int(left.pop()) if left and left[-1].isascii() and left[-1].isdigit() else None
    if left and exercises.has(left[0]):
        exercise = exercises.get(left.pop(0))
    elif at_work := course.at_hand(found, exercises):
        exercise = at_work
    elif left:
        exercise = exercises.get(left[0])  # which says what is near
    else:
        raise UsageError("a hint for which topic? grader hint TOPIC")
    return Asked(exercise, _part(" ".join(left), exercise, exercises) if left else None, number)


def _part(asked: str, exercise: Exercise, exercises: Catalog) -> str:
    """The name of the part that is meant; what looks like a topic is told as one."""
    if asked == WHOLE and WHOLE in exercise.manifest.hints_by_part:
        return WHOLE
    try:
        return parts.find(exercise, asked).name
    except UsageError:
        if difflib.get_close_matches(asked.lower(), [one.topic for one in exercises], n=1, cutoff=0.7):
            exercises.get(asked)
        raise


def choose(asked: Asked, found: Workspace) -> Hint:
    """The hint that was asked for: that one again, or the next that was not shown yet.

    Raises UsageError for a number that there is not.
    """
    exercise, standing = asked.exercise, found.standings().get(asked.exercise.topic, Standing())
    hints = exercise.manifest.hints_by_part
    part = asked.part or _at_work(found, exercise, standing, general=asked.number is None)
    if part is None:
        return Hint(exercise, None)
    texts = tuple(hints.get(part, ()))
    if asked.number is not None and not 1 <= asked.number <= len(texts):
        there = f"its hints are 1 to {len(texts)}" if texts else "it has no hint"
        raise UsageError(f"there is no hint {asked.number} for {_called(exercise, part)}: {there}")
    number = asked.number or standing.taken(part) + 1
    return Hint(exercise, part, number if number <= len(texts) else None, texts)


def _called(exercise: Exercise, part: str) -> str:
    return exercise.topic if part == WHOLE else f"{part} of {exercise.topic}"


def _at_work(found: Workspace, exercise: Exercise, standing: Standing, general: bool) -> str | None:
    """The part that the next hint is for; what is said of the whole comes first. None if every part is done."""
    open_parts = left(found, exercise, standing)
    hints = exercise.manifest.hints_by_part
    if not open_parts:
        return None
    if WHOLE in hints and (open_parts[0] not in hints or (general and standing.taken(WHOLE) < len(hints[WHOLE]))):
        return WHOLE
    return open_parts[0]


def left(found: Workspace, exercise: Exercise, standing: Standing) -> list[str]:
    """The parts that are not done as of the last check, the one at work first; all of them before the first."""
    names = [part.name for part in parts.parts(exercise)]
    known = [name for name in standing.last.left if name in names]
    if not known and not standing.last.full:
        known = names
    for checked in _last(found):
        if checked.result.exercise == exercise.topic:
            seen = view(checked.result)
            done = {part.name for part in seen.parts if part.done}
            first = [name for name in seen.left if name in names]
            known = [*first, *(name for name in known if name not in done and name not in first)]
    return known


def _last(found: Workspace) -> tuple[last.Checked, ...]:
    try:
        return last.read(found.folder)
    except UsageError:
        return ()
