"""`grader reset`: back to the stub, with the attempt kept."""

from pathlib import Path

from grader import workspace
from grader.learner import catalogs


def run(topic: str, folder: Path | None) -> int:
    """Puts the stub back after moving the attempt to a backup, which it names."""
    found = workspace.need()
    exercise = catalogs.load(folder, found).get(topic)
    backup = found.reset(exercise)
    print(f"{exercise.topic} is back at its stub.")
    if backup:
        print(f"Your attempt is kept as {backup.relative_to(found.folder)}.")
    return 0
