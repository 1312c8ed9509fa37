"""What has happened to a topic since somebody started it, in the lines that a check begins with."""

from collections.abc import Sequence

from grader import origin
from grader.catalog import Exercise
from grader.errors import UsageError
from grader.learner.update import merged_name
from grader.workspace import Workspace

MOST_CHANGES = 3  # lines of them


def news(found: Workspace | None, exercise: Exercise, asked: Sequence[str], update: str) -> tuple[str, ...]:
    """Lines on a new name and a new version; `asked` is what was typed, `update` the command that takes it in."""
    lines = []
    home = found.home(exercise).name if found else ""
    former = next((name for name in exercise.manifest.formerly if name in (*asked, home)), None)
    if former is not None:
        lines.append(f"{former} is called {exercise.topic} now" + (f": {update}" if home == former else "."))
    if found is not None:
        lines += _version(found, exercise, update)
    return tuple(lines)


def _version(found: Workspace, exercise: Exercise, update: str) -> list[str]:
    try:
        known = origin.read(found.folder, exercise)
    except UsageError as problem:
        return [str(problem)]
    began, now = known.began.version if known else None, exercise.manifest.version
    if known is None or began is None or began >= now:
        return []
    changes = exercise.changes_since(began)
    lines = [
        f"You started {exercise.topic} at version {began}, and it is at version {now}:"
        if changes
        else f"You started {exercise.topic} at version {began}, and it is at version {now}."
    ]
    lines += [f"  {number}  {words}" for number, words in changes[-MOST_CHANGES:]]
    lines.append(f"These points are of version {now}; earlier ones stay with the version that they were earned on.")
    if known.waiting:
        lines.append(f"{merged_name(found.attempt(exercise))} waits for you: mend it, then {update}")
    else:
        lines.append(f"To take it in, with all that you wrote: {update}")
    return lines
