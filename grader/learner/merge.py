"""Three texts made one: what somebody began from, what they made of it, and what came of it elsewhere. git does it."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader.learner.outline import tree_of

SECONDS = 30.0
MARK = b"<<<<<<< "  # begins a line where git leaves both


@dataclass(frozen=True)
class Merged:
    """The text that came of it, and the lines, from 1, at which it holds both because they can't be made one."""

    text: bytes
    conflicts: tuple[int, ...]


def merge(base: bytes, ours: bytes, theirs: bytes, name: str, old: int, new: int) -> Merged | None:
    """`ours` with what `theirs` changed in `base`, two versions of the file `name`; None where there is no git that
    can do it. Line ends are those of `ours`.
    """
    git = shutil.which("git")
    if git is None:
        return None
    with tempfile.TemporaryDirectory(prefix="grader-") as folder:
        names = ("ours", "base", "theirs")
        for one, text in zip(names, (ours, base, theirs), strict=True):
            (Path(folder) / one).write_bytes(unix(text))
        labels = (f"your {name}", f"version {old}", f"version {new}")
        command = [git, "-c", "merge.conflictStyle=merge", "merge-file", "-p", "--quiet"]
        command += [word for label in labels for word in ("-L", label)]
        # In a folder of its own, with nothing of a repository around it.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_CEILING_DIRECTORIES": folder, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
        try:
            done = subprocess.run([*command, *names], cwd=folder, env=environment, capture_output=True, timeout=SECONDS)
        except (OSError, subprocess.TimeoutExpired):
            return None
    if not 0 <= done.returncode <= 127:  # how many conflicts there are; beyond it, git could not do it
        return None
    text = done.stdout
    return Merged(like(text, ours), marks(text))


def marks(text: bytes) -> tuple[int, ...]:
    """The lines, from 1, at which a text still holds both."""
    return tuple(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(MARK))


def unix(text: bytes) -> bytes:
    """`text` with line ends as they are on Unix."""
    return text.replace(b"\r\n", b"\n")


def like(text: bytes, other: bytes) -> bytes:
    """`text` with the line ends of `other`."""
    return unix(text).replace(b"\n", b"\r\n") if other.count(b"\r\n") * 2 > other.count(b"\n") else unix(text)


def is_python(text: bytes) -> bool:
    """Whether Python can read it."""
    return tree_of(text) is not None
