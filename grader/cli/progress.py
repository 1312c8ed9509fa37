"""`grader progress`: what is done over the catalog."""

from fractions import Fraction
from pathlib import Path

from grader import catalog, workspace
from grader.report.text import points
from grader.workspace import Standing


def run(folder: Path | None) -> int:
    """Shows the standing of every topic as of its last check, and the sum."""
    exercises = catalog.load(folder)
    found = workspace.need()
    standings = found.standings()
    width = max(len(exercise.topic) for exercise in exercises)
    total, most, done = Fraction(0), 0, 0
    for exercise in exercises:
        standing = standings.get(exercise.topic, Standing())
        total += Fraction(standing.score)
        most += exercise.manifest.points
        done += standing.done
        print(f"  {exercise.topic:{width}}  {_words(standing, found.attempt(exercise).parent.is_dir())}")
    print()
    print(f"{done} of {len(exercises.exercises)} topics done, {points(total, most)} points")
    return 0


def _words(standing: Standing, started: bool) -> str:
    if standing.done:
        return "done"
    if standing.checked:
        return f"{points(Fraction(standing.score), Fraction(standing.max_score))} points"
    return "started" if started else "-"
