"""`grader list`: the catalog by chapter."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader import workspace
from grader.catalog import Exercise
from grader.chapters import chapters
from grader.errors import ExerciseError
from grader.formats import console
from grader.formats.notice import say
from grader.formats.text import points
from grader.judge.keeper import packages
from grader.learner import catalogs
from grader.memory import Memory
from grader.standing import Standing
from grader.workspace import Workspace


def run(folder: Path | None) -> int:
    """Shows topic, title, difficulty, points and standing of every exercise; 3 if all are broken, else 0."""
    found = workspace.find()
    exercises = catalogs.load(folder, found)
    memory = found.recall() if found else Memory({})
    standings = memory.standings
    out = console.output()
    for chapter in chapters(exercises):
        out.print(Text(chapter.name, style="bold"))
        parts = [_table(chapter.exercises, found, standings)] if chapter.exercises else []
        coming = [Text(f"to come: {', '.join(chapter.to_come)}", style="dim")] if chapter.to_come else []
        console.write(out, Padding(Group(*parts, *coming), (0, 0, 1, 2)))
    for one in exercises.broken:
        say(one.problem)
    if not exercises.exercises:
        return ExerciseError.status
    out.print("Begin one with grader start TOPIC." if not standings else "See grader progress for the sum.")
    if memory.problem:
        say(memory.problem)
    return 0


def _table(group: Sequence[Exercise], found: Workspace | None, standings: dict[str, Standing]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)  # a topic is typed as it stands here
    for overflow in ("ellipsis", "fold", "fold", "fold"):
        table.add_column(overflow=overflow)
    for exercise in group:
        manifest = exercise.manifest
        place = _standing(exercise, found, standings)
        table.add_row(exercise.topic, manifest.title, manifest.difficulty, f"{manifest.points} points", place)
    return table


def _standing(exercise: Exercise, found: Workspace | None, standings: dict[str, Standing]) -> str:
    standing = standings.get(exercise.topic, Standing())
    if standing.checked:
        return _words(standing, found.config.pass_mark if found else 100)
    if absent := packages.missing(exercise.manifest.packages):
        return f"needs {', '.join(absent)}"
    return "started" if found and found.is_started(exercise) else ""


def _words(standing: Standing, pass_mark: int) -> str:
    """How a topic stands that was checked."""
    if standing.done:
        return "done"
    score = f"{points(Fraction(standing.best.score), Fraction(standing.best.max_score))} points"
    return f"passed, {score}" if standing.passed(pass_mark) else score
