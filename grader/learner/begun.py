"""What to do with a topic that is started: where it lies, and what to type."""

from pathlib import Path

from grader.catalog import Exercise
from grader.learner.told import typed
from grader.learner.where import from_here
from grader.workspace import Workspace


def what(exercise: Exercise) -> str:
    """A sentence about a topic that was just started."""
    manifest = exercise.manifest
    return f"{exercise.topic} is started: {manifest.title}, {manifest.difficulty}, {manifest.points} points."


def steps(exercise: Exercise, found: Workspace, folder: Path | None) -> list[tuple[str, str]]:
    """A word and what belongs to it, a line each; `folder` is the catalog that was named."""
    attempt = found.attempt(exercise)
    option = ("--catalog", folder) if folder else ()
    here = Path.cwd().resolve().is_relative_to(attempt.parent)
    return [
        ("brief", from_here(attempt.with_name("README.md"))),
        ("edit", from_here(attempt)),
        ("check", typed("check", None if here else exercise.topic, *option)),
    ]
