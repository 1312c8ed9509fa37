"""The last check of a workspace: kept, so that a failure can be shown again without judging again.

It lies in the learner's folder, so it is bounded, and looked at before it is believed.
"""

from pathlib import Path

import msgspec

from grader.errors import GraderError, UsageError
from grader.memory import FOLDER
from grader.places import NoPlace, place
from grader.verdicts import AttemptResult

FILE = "last-check.json"
MAX_BYTES = 16 * 1024 * 1024


class Checked(msgspec.Struct, frozen=True):
    """One attempt of it: where its file lay, seen from the workspace, and what came of it."""

    path: str
    result: AttemptResult
    part: str | None = None  # that alone was judged


def keep(workspace: Path, checked: tuple[Checked, ...]) -> str | None:
    """Keeps a check in the place of the one before; returns a line for the user if it can't be."""
    try:
        with place(workspace, FOLDER, FILE, make=True) as file:
            file.write(msgspec.json.encode(checked))
    except (GraderError, OSError) as problem:
        return f"the last check can't be kept: {problem}"
    return None


def read(workspace: Path) -> tuple[Checked, ...]:
    """The last check. Raises UsageError if there is none, or none that can be read."""
    try:
        with place(workspace, FOLDER, FILE) as file:
            return msgspec.json.decode(file.read(MAX_BYTES, "a check"), type=tuple[Checked, ...])
    except FileNotFoundError:
        raise UsageError("nothing was checked here yet: begin with grader check") from None
    except (NoPlace, msgspec.MsgspecError, ValueError, RecursionError) as problem:
        raise UsageError(f"{workspace / FOLDER / FILE} is damaged: run grader check again ({problem})") from None
