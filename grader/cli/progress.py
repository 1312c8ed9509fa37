"""`grader progress`: what is done over the catalog."""

from fractions import Fraction
from pathlib import Path

from grader import catalog, workspace
from grader.errors import ExerciseError
from grader.memory import Standing
from grader.report.notice import say
from grader.report.text import points


def run(folder: Path | None) -> int:
    """Shows the standing of every topic as of its last check, and the sum; 3 if all are broken, else 0."""
    exercises = catalog.load(folder)
    found = workspace.need()
    memory = found.recall()
    for one in exercises.broken:
        say(one.problem)
    if not exercises.exercises:
        return ExerciseError.status
    width = max(len(exercise.topic) for exercise in exercises)
    total, most, done = Fraction(0), 0, 0
    for exercise in exercises:
        standing = memory.standings.get(exercise.topic, Standing())
        total += Fraction(standing.score)
        most += exercise.manifest.points
        done += standing.done
        print(f"  {exercise.topic:{width}}  {_words(standing, found.is_started(exercise))}")
    print()
    print(f"{done} of {len(exercises.exercises)} topics done, {points(total, most)} points")
    if memory.problem:
        say(memory.problem)
    return 0


def _words(standing: Standing, started: bool) -> str:
    if standing.done:
        return "done"
    if standing.checked:
        return f"{points(Fraction(standing.score), Fraction(standing.max_score))} points"
    return "started" if started else "-"
