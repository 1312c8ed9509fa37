"""`grader solution`: the reference beside the attempt, for who has solved the exercise or gives it up."""

import sys
from pathlib import Path

from grader import files, workspace
from grader.catalog import Catalog, Exercise
from grader.errors import UsageError
from grader.formats import console, pager, solution
from grader.formats.notice import say
from grader.formats.text import points
from grader.learner import catalogs, course
from grader.learner.compare import compare
from grader.learner.told import typed
from grader.standing import Standing, given_up, now
from grader.workspace import Workspace


def run(topic: str | None, give_up: bool, folder: Path | None) -> int:
    """Shows it, and remembers that the topic was given up if it was not done."""
    found = workspace.need()
    exercises = catalogs.load(folder, found)
    exercise = exercises.get(topic) if topic else _at_hand(found, exercises)
    standing = found.standings().get(exercise.topic, Standing())
    _allowed(found, exercise, standing, give_up, catalogs.option(folder, found))
    attempt = _attempt(found, exercise)
    pairs = compare(attempt or b"", exercise.reference.read_bytes())
    out = console.output()
    parts = solution.parts(exercise.topic, pairs, attempt is not None, _note(exercise), out.width)
    pager.page(out, [line for part in parts for line in console.lines(out, part)], console.rows())
    sys.stdout.flush()  # what nobody has seen is not remembered
    if not (standing.done or standing.gave_up) and (line := found.remember({exercise.topic: given_up(now())})):
        say(line)
    return 0


def _at_hand(found: Workspace, exercises: Catalog) -> Exercise:
    exercise = course.at_hand(found, exercises)
    if exercise is None:
        raise UsageError("the solution of which topic? grader solution TOPIC")
    return exercise


def _allowed(found: Workspace, exercise: Exercise, standing: Standing, give_up: bool, option: catalogs.Option) -> None:
    """Raises UsageError if the solution is not to be shown, or there is none."""
    if not found.config.solution:
        raise UsageError(f"solutions are turned off in this workspace: {found.folder / workspace.CONFIG} says so")
    if not exercise.reference.is_file():
        raise UsageError(f"this catalog has no reference for {exercise.topic}, so there is no solution to show")
    if not (standing.done or standing.gave_up or give_up):
        score = points(standing.best.share * exercise.manifest.points, exercise.manifest.points)
        raise UsageError(
            f"{exercise.topic} has {score} points: its solution is shown after full points, or now, which progress "
            f"will remember, with {typed('solution', exercise.topic, '--give-up', *option)}"
        )


def _attempt(found: Workspace, exercise: Exercise) -> bytes | None:
    """The attempt as it lies there; None if there is none. Raises UsageError if it is no file that can be read."""
    path = found.attempt(exercise)
    return files.read_attempt(path) if found.is_started(exercise) and path.exists() else None


def _note(exercise: Exercise) -> str:
    """What an author says about the reference; empty where nobody has said anything."""
    return exercise.note.read_text(encoding="utf-8") if exercise.note.is_file() else ""
