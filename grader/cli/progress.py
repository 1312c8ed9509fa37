"""`grader progress`: what is done over the catalog."""

from pathlib import Path

from grader import workspace
from grader.errors import ExerciseError
from grader.formats import console, standing
from grader.formats.notice import say
from grader.learner import catalogs, course


def run(folder: Path | None) -> int:
    """Shows the standing of every topic, the sum, and the next step; 3 if all are broken, else 0."""
    found = workspace.need()
    exercises = catalogs.load(folder, found)
    way, problem = course.recalled(exercises, found)
    for one in exercises.broken:
        say(one.problem)
    if not way.stops:
        return ExerciseError.status
    standing.show(way, console.output(), catalogs.option(folder, found))
    if problem:
        say(problem)
    return 0
