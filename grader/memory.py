"""What a workspace remembers of each topic: its standing.

It lies in the learner's folder, so whatever stands in it is looked at before it is believed. What is damaged is set
aside, and two commands at once keep each other's news. Where a folder is synced between machines, what a sync tool
leaves beside the memory as the other machine's copy is read as well, and left alone.
"""

import contextlib
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from grader.catalog import WHOLE
from grader.errors import GraderError
from grader.places import NoPlace, Place, place
from grader.standing import Count, Points, Score, Standing, merged

FOLDER = ".grader"
FILE = "progress.json"
FORMAT = 2
MAX_BYTES = 1024 * 1024
MAX_COPIES = 50  # that are read beside it
LOCK_SECONDS = 5.0  # for another command to write its news
# `progress.sync-conflict-….json` (Syncthing), `progress (… conflicted copy …).json` (Dropbox, Nextcloud),
# `progress (1).json`, `progress 2.json`, `progress-HOST.json` (others).
COPY = re.compile(r"progress(?!\.damaged-)[^a-zA-Z0-9].*\.json", re.DOTALL | re.IGNORECASE)

Topic = Annotated[str, Meta(min_length=1, max_length=255, pattern=r"^[^\x00-\x1f/\\]+\Z")]


class _Written(msgspec.Struct, frozen=True):
    """The file."""

    format: int
    topics: dict[Topic, Standing] = {}


class _First(msgspec.Struct, frozen=True):
    """One topic as format 1 had it, which was a mapping of them and nothing else."""

    score: Points = "0"
    max_score: Points = "0"
    hints: Count = 0

    def standing(self) -> Standing:
        score = Score(self.score, self.max_score)
        return Standing(score, score, {WHOLE: self.hints} if self.hints else {})


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
            copies, problem = _copies(file), None
            try:
                known = _read(file)
            except FileNotFoundError:
                known = {}
            except _Damaged as damage:
                known, problem = {}, f"{path} is damaged and counts as empty: {damage}"
            return Memory(_together(known, *copies), problem)
    except FileNotFoundError:
        return Memory({})
    except (GraderError, OSError) as problem:
        return Memory({}, f"what is remembered can't be read: {_words(problem, path)}")


def remember(workspace: Path, news: Mapping[str, Standing]) -> str | None:
    """Writes down what is new of each topic, merged with what is known by now.

    Returns a line for the user where there is something to say: the memory was damaged and is kept under another
    name, or it can't be written, and the news is forgotten.
    """
    path = workspace / FOLDER / FILE
    try:
        with place(workspace, FOLDER, FILE, make=True) as file, _alone(file.beside("lock")):
            standings, said = _known(file)
            written = _Written(FORMAT, _together(standings, *_copies(file), news))
            file.write(msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n")
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


def _together(*all_standings: Mapping[str, Standing]) -> dict[str, Standing]:
    """What several memories know of each topic."""
    topics = dict.fromkeys(topic for standings in all_standings for topic in standings)
    return {topic: merged(*(one[topic] for one in all_standings if topic in one)) for topic in topics}


def _copies(file: Place) -> list[dict[str, Standing]]:
    """What other machines knew, where a sync tool has left it beside `file`; what can't be read has no say."""
    found = []
    for name in sorted(filter(COPY.fullmatch, file.neighbours()))[:MAX_COPIES]:
        with contextlib.suppress(_Damaged, GraderError, OSError):
            found.append(_read(file.beside(name)))
    return found


def _read(file: Place) -> dict[str, Standing]:
    try:
        data = file.read(MAX_BYTES, "a memory")
        written = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        if (number := _format(written)) is None:
            first = msgspec.json.decode(data, type=dict[Topic, _First])
            return {topic: one.standing() for topic, one in first.items()}
        if number != FORMAT:  # another version's, on another machine maybe, which still needs it
            raise GraderError(f"{file.path} has format {number}, and this grader knows {FORMAT}: take a newer grader")
        return msgspec.json.decode(data, type=_Written).topics
    except NoPlace as problem:
        raise _Damaged(str(problem)) from None
    except (msgspec.MsgspecError, ValueError) as problem:
        raise _Damaged(str(problem)[:200]) from None
    except RecursionError:
        raise _Damaged("it is nested too deep") from None


def _format(written: Mapping[str, msgspec.Raw]) -> int | None:
    """The format that it says it has; the first one said nothing."""
    try:
        return msgspec.json.decode(written["format"], type=int)
    except (KeyError, msgspec.MsgspecError):
        return None


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
