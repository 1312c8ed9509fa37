"""What to do with a topic that is started: where it lies, and what to type."""

from grader.catalog import Exercise
from grader.learner.catalogs import Option
from grader.learner.told import typed
from grader.learner.where import from_here
from grader.workspace import Workspace


def what(exercise: Exercise) -> str:
    """A sentence about a topic that was just started."""
    manifest = exercise.manifest
    return f"{exercise.topic} is started: {manifest.title}, {manifest.difficulty}, {manifest.points} points."


def steps(exercise: Exercise, found: Workspace, option: Option) -> list[tuple[str, str]]:
    """A word and what belongs to it, a line each; `option` is what there is to say of the catalog."""
    attempt = found.attempt(exercise)
    return [
        ("brief", from_here(attempt.with_name("README.md"))),
        ("edit", from_here(attempt)),
        ("check", typed("check", None if found.is_here(exercise) else exercise.topic, *option)),
    ]
