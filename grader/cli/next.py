"""`grader next`: what was left unfinished, or else the next topic."""

from pathlib import Path

from grader import workspace
from grader.cli import start
from grader.errors import ExerciseError
from grader.formats.notice import say
from grader.formats.standing import the_end, words
from grader.learner import begun, catalogs, course


def run(folder: Path | None) -> int:
    """Says what was left unfinished, or starts the next topic by the guide's order; at the end it says so."""
    before = workspace.find()
    exercises = catalogs.load(folder, before)
    way = course.course(exercises, before)
    if not way.stops:
        for one in exercises.broken:
            say(one.problem)
        return ExerciseError.status
    stop = way.next
    if stop is None:
        print(the_end(way))
        return 0
    found, _ = course.start(stop.exercise, folder)
    if stop.started:
        print(f"{stop.topic} was left unfinished: {words(stop, way.pass_mark)}.")
    else:
        print(begun.what(stop.exercise))
    start.show(stop.exercise, found, folder)
    return 0
