"""What a workspace remembers of each topic: points, and how many hints were taken.

It lies in the learner's folder, so whatever stands in it is looked at before it is believed. What is damaged is set
aside, and two commands at once keep each other's news.
"""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from grader.errors import GraderError
from grader.places import NoPlace, Place, place

FOLDER = ".grader"
FILE = "progress.json"
MAX_BYTES = 1024 * 1024
LOCK_SECONDS = 5.0  # for another command to write its news

Points = Annotated[str, Meta(pattern=r"^[0-9]{1,40}(/[1-9][0-9]{0,39})?\Z")]
Topic = Annotated[str, Meta(min_length=1, max_length=255, pattern=r"^[^\x00-\x1f/\\]+\Z")]


class Standing(msgspec.Struct, frozen=True):
    """Where one topic stands: points as text (`"3/2"`), and how many hints were taken."""

    score: Points = "0"
    max_score: Points = "0"
    hints: Annotated[int, Meta(ge=0, le=100_000)] = 0

    def __post_init__(self) -> None:
        if Fraction(self.score) > Fraction(self.max_score):
            raise ValueError("a score is higher than the points that there are")

    @property
    def checked(self) -> bool:
        return Fraction(self.max_score) > 0

    @property
    def done(self) -> bool:
        return self.checked and Fraction(self.score) == Fraction(self.max_score)


@dataclass(frozen=True)
class Memory:
    """The standing of each topic that is known; `problem` is a line about a memory that counts as empty."""

    standings: dict[str, Standing]
    problem: str | None = None


class _Damaged(Exception):
    """What lies there is no memory, for a reason."""


def recall(workspace: Path) -> Memory:
    """What is known in this workspace. What is damaged, or can't be read, counts as empty, and `problem` says so."""
    path = workspace / FOLDER / FILE
    try:
        with place(workspace, FOLDER, FILE) as file:
            return Memory(_read(file))
    except FileNotFoundError:
        return Memory({})
    except _Damaged as damage:
        return Memory({}, f"{path} is damaged and counts as empty: {damage}")
    except (GraderError, OSError) as problem:
        return Memory({}, f"what is remembered can't be read: {_words(problem, path)}")


def remember(workspace: Path, news: Mapping[str, Mapping[str, object]]) -> str | None:
    """Writes down what is new of each topic, and keeps the rest as it stands by now.

    Returns a line for the user where there is something to say: the memory was damaged and is kept under another
    name, or it can't be written, and the news is forgotten.
    """
    path = workspace / FOLDER / FILE
    try:
        with place(workspace, FOLDER, FILE, make=True) as file, _alone(file.beside("lock")):
            standings, said = _known(file)
            for topic, changes in news.items():
                standings[topic] = msgspec.structs.replace(standings.get(topic, Standing()), **changes)
            file.write(msgspec.json.format(msgspec.json.encode(standings), indent=2) + b"\n")
            return said
    except (GraderError, OSError) as problem:
        return f"what is new can't be remembered: {_words(problem, path)}"


def _words(problem: Exception, path: Path) -> str:
    return f"{path}: {problem.strerror}" if isinstance(problem, OSError) else str(problem)


def _known(file: Place) -> tuple[dict[str, Standing], str | None]:
    """What was remembered; what is damaged is moved out of the way first, and the line says where to."""
    try:
        return _read(file), None
    except FileNotFoundError:
        return {}, None
    except _Damaged as damage:
        aside = file.free("progress.damaged-", ".json")
        file.move(aside)
        return {}, f"what was remembered is damaged ({damage}): it is kept as {aside.path}, and a new memory begins"


def _read(file: Place) -> dict[str, Standing]:
    try:
        return msgspec.json.decode(file.read(MAX_BYTES, "a memory"), type=dict[Topic, Standing])
    except NoPlace as problem:
        raise _Damaged(str(problem)) from None
    except (msgspec.MsgspecError, ValueError) as problem:
        raise _Damaged(str(problem)[:200]) from None
    except RecursionError:
        raise _Damaged("it is nested too deep") from None


@contextlib.contextmanager
def _alone(lock: Place) -> Iterator[None]:
    """Holds `lock` against other commands, where the file system knows locks. Raises GraderError if one keeps it."""
    descriptor = lock.open(os.O_RDWR | os.O_CREAT, "a lock")
    try:
        deadline = time.monotonic() + LOCK_SECONDS
        while not _locked(descriptor):
            if time.monotonic() > deadline:
                raise GraderError(f"{lock.path} is held by another command")
            time.sleep(0.01)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True
