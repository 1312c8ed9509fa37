"""A look at each fork of a class: what is new is fetched, the attempts in it are read, and the gradebook takes both.

Forks are looked at side by side, and written down one after the other, as they come. Each look is whole by itself: a
command that was killed goes on with the next one, and one fork's trouble is never another's.
"""

import concurrent.futures
import contextlib
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grader.cohort import git
from grader.cohort.git import Bounds, NoAttempt, NothingPushed, Reader, Repository
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.locks import locked
from grader.cohort.room import Room
from grader.cohort.rows import Fork, Found
from grader.errors import GraderError, UsageError
from grader.files import checked

AT_ONCE = 12
BOUNDS = Bounds()
State = Literal["new", "unchanged", "nothing pushed", "refused"]


@dataclass(frozen=True)
class Source:
    """Where a student's work lies."""

    student: str
    url: str


@dataclass(frozen=True)
class Look:
    """What a look at a fork has come to. `at` is when it began: what is not there then was not pushed yet."""

    source: Source
    at: datetime.datetime
    state: State
    commit: str = ""
    found: tuple[Found, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: the file of each topic, by its path in a fork, and the ref that counts."""

    paths: Mapping[str, str]
    ref: str | None = None
    bounds: Bounds = BOUNDS


@dataclass(frozen=True)
class Known:
    """What the gradebook knows of a student: the last look, and which topics of which commit were read."""

    fork: Fork | None
    read: frozenset[tuple[str, str]]


def paths(room: Room) -> dict[str, str]:
    """Where the attempt of each topic lies in a student's repository."""
    exercises = [room.catalog.get(topic) for topic in room.plan.topics]
    return {one.topic: f"{one.topic}/{one.stub.name}" for one in exercises}


def sync(room: Room, book: Gradebook, sources: Sequence[Source], wanted: Wanted, jobs: int = AT_ONCE) -> Iterator[Look]:
    """Looks at each of these forks, and yields what came of it when the gradebook has it."""
    known = _known(book)
    none = Known(None, frozenset())
    looks = ((room.fork(one.student), one, wanted, known.get(one.student, none)) for one in sources)
    with alone(room), concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        running = [pool.submit(look, *one) for one in looks]
        try:
            for done in concurrent.futures.as_completed(running):
                found = done.result()
                _take(book, found)
                yield found
        except BaseException:  # interrupted, or nobody wants more of it
            pool.shutdown(wait=False, cancel_futures=True)
            git.end_all()
            raise


def alone(room: Room) -> contextlib.AbstractContextManager[None]:
    """One command at a time writes to the repositories."""
    return locked(room, ".lock", f"another grader cohort sync is at work in {room.folder}: let it end first")


def _known(book: Gradebook) -> dict[str, Known]:
    read: dict[str, set[tuple[str, str]]] = {}
    for one in book.submissions():
        read.setdefault(one.student, set()).add((one.commit, one.topic))
    forks = book.forks()
    return {who: Known(forks.get(who), frozenset(read.get(who, ()))) for who in {*forks, *read}}


def _take(book: Gradebook, look: Look) -> None:
    source = look.source
    if look.state == "refused":
        book.fail(source.student, source.url, look.at, look.problem)
    else:
        book.take(source.student, source.url, look.at, look.commit, look.found)


def look(folder: Path, source: Source, wanted: Wanted, known: Known) -> Look:
    """What is in a fork now. Never raises an expected error: it is what the look has come to."""
    at = now()
    try:
        return _look(folder, source, wanted, known, at)
    except NothingPushed:
        return Look(source, at, "nothing pushed")
    except GraderError as error:
        return Look(source, at, "refused", problem=str(error))
    except OSError as error:
        return Look(source, at, "refused", problem=f"{error.filename or folder}: {error.strerror}")


def _look(folder: Path, source: Source, wanted: Wanted, known: Known, at: datetime.datetime) -> Look:
    head = git.head(source.url, wanted.ref, wanted.bounds)
    ours = Repository(folder, wanted.bounds)
    commit = head.commit
    if not ours.has(commit):
        commit = ours.fetch(source.url, head.branch)  # a tag has a name of its own, and so has what came in between
    missing = [topic for topic in wanted.paths if (commit, topic) not in known.read]
    found: tuple[Found, ...] = ()
    if missing:
        with ours.reader() as reader:
            found = tuple(read(reader, commit, topic, wanted.paths[topic]) for topic in missing)
    new = known.fork is None or known.fork.commit != commit
    return Look(source, at, "new" if new else "unchanged", commit, found)


def read(reader: Reader, commit: str, topic: str, path: str) -> Found:
    """What a commit holds for a topic."""
    try:
        return Found(topic, checked(Path(path), reader.read(commit, path)))
    except (NoAttempt, UsageError) as none:
        return Found(topic, problem=str(none))


def unread(sources: Iterable[Source], book: Gradebook) -> list[str]:
    """Students of the class of whom no address is known."""
    there = {one.student for one in sources}
    return [one for one in book.students() if one not in there]
