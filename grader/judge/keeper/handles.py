"""What both kinds of jail have in common: what they offer the judge, and how their interpreters start."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Protocol

import msgspec

import grader
from grader.jail.confine.privileges import NOBODY
from grader.judge.keeper.channel import Channel
from grader.judge.keeper.outer import Outer

FOLDER = Path(__file__).parents[2] / "jail"


class JailError(Exception):
    """The jail itself does not work; nobody's attempt is to blame."""


class Handle(Protocol):
    """A child's process, as its jail sees it."""

    channel: Channel
    scratch: Path | None

    @property
    def pid(self) -> int | None:
        """The number of its process; None while nobody has made it yet."""

    @property
    def orphaned(self) -> bool:
        """Whether its jail has ended, and so it has."""

    @property
    def stopped(self) -> bool:
        """Whether its jail ended it, because less space was free than has to be; known when it has ended."""

    def stack(self) -> str:
        """What the child's interpreter says that it is doing; empty where it says nothing. The attempt may forge it."""

    def end(self, grace: float) -> int:
        """Ends the child and whatever it started; its exit status, negative for a signal."""

    def dismiss(self) -> None:
        """Ends the child and removes its scratch folder, which the jail's `settle` waits for."""


class Jail(Protocol):
    """Where children come from. One jail belongs to one exercise."""

    outer: Outer

    def open(self) -> Handle:
        """A new child that has confined itself and waits for the attempt. Raises JailError."""

    def keep_free(self, folder: Path, least: int) -> None:
        """Has children ended, while nobody looks, as soon as less than `least` bytes are free where `folder` lies."""

    def settle(self) -> None:
        """Returns when the children that were dismissed are gone, with every process and file of theirs."""

    def close(self) -> None:
        """Ends the jail with all its children."""


def make_scratch(parent: Path) -> Path:
    """An empty folder for one child, which may be another user than the judge. Raises JailError."""
    try:
        folder = Path(tempfile.mkdtemp(dir=parent))
    except OSError as error:
        raise JailError(f"there is no room for a folder in {parent}: {error.strerror}; free some space") from error
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    return folder


def python() -> list[str]:
    """How a jail's interpreter is started."""
    return [sys.executable, "-s", "-S", "-P", "-X", "utf8"]


def import_paths() -> list[str]:
    """Where the jail finds the grader and msgspec; it forgets them before an attempt is near."""
    paths = [Path(module.__file__ or "").parent.parent for module in (grader, msgspec)]
    return list(dict.fromkeys(map(str, paths)))
