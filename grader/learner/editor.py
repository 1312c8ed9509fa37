"""A learner's own editor."""

import os
import shlex
import subprocess
from pathlib import Path

from grader.errors import GraderError, UsageError


def open_file(path: Path) -> None:
    """Opens a file in the editor that the environment names, and waits until the command ends.

    Raises UsageError if none is named, GraderError if it can't be started.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not named:
        raise UsageError("no editor is named: set VISUAL or EDITOR, or open the file yourself")
    try:
        command = shlex.split(named, posix=os.name == "posix")
        subprocess.run([*command, str(path)], check=False)
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else str(problem)
        raise GraderError(f"{named} can't be started: {why}; set VISUAL or EDITOR to another editor") from problem
