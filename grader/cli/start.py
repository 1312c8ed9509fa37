"""`grader start`: the stub and the brief of a topic, into the workspace."""

from pathlib import Path

from grader import workspace
from grader.catalog import Exercise
from grader.formats.notice import say
from grader.judge.keeper import packages
from grader.learner import begun, catalogs, course
from grader.workspace import Workspace


def run(topic: str, folder: Path | None) -> int:
    """Starts a topic; a second time it says so and changes nothing."""
    exercise = catalogs.load(folder, workspace.find()).get(topic)
    found, started = course.start(exercise, folder)
    print(begun.what(exercise) if started else f"{exercise.topic} is started already; nothing was changed.")
    show(exercise, found, folder)
    return 0


def show(exercise: Exercise, found: Workspace, folder: Path | None) -> None:
    """Where a topic lies, how it is checked, and what it lacks here."""
    for word, what in begun.steps(exercise, found, catalogs.option(folder, found)):
        print(f"  {word:9}{what}")
    if absent := packages.missing(exercise.manifest.packages):
        say(f"{exercise.topic} {packages.needs(absent)}")
