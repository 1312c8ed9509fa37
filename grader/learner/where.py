"""Where an attempt lies, as seen from the folder that the command was typed in."""

import os
import shlex
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Where:
    """The attempt's file as a path to click on or to open, and the folder in which its snippets run."""

    path: Path  # absolute
    module: str  # the name that snippets import it by

    @property
    def file(self) -> str:
        """The path from here, or the whole where it lies elsewhere."""
        return from_here(self.path)

    @property
    def link(self) -> str:
        """The address of the file, for terminals that follow one."""
        return self.path.as_uri()

    @property
    def prompt(self) -> str:
        """What to type to get the Python prompt that snippets are for."""
        if self.path.name != f"{self.module}.py":
            return f"python, with this file as {self.module}.py"
        folder = from_here(self.path.parent)
        return "python" if folder == "." else f"cd {shlex.quote(folder)} && python"


def from_here(path: Path) -> str:
    """A path as it is typed from the current folder, or the whole where it lies elsewhere."""
    try:
        found = os.path.relpath(path)
    except (OSError, ValueError):  # no current folder any more; another drive
        return str(path)
    return str(path) if found.startswith(os.pardir) else found
