"""Shards: files of judgements, made anywhere and merged at home. A line is whole, or counts for nothing.

Which shard an attempt belongs to follows from its digest alone, so that it does not hang on who counts in what order.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader.cohort.engines.work import Outcome, Work
from grader.cohort.rows import Fault, Judgement, Key
from grader.errors import GraderError, UsageError

MOST = 10_000  # shards
_SAID = re.compile(r"([0-9]{1,5})/([0-9]{1,5})")


class _Line(msgspec.Struct, frozen=True):
    """What came of one piece of work, and the digest of how that is written."""

    sha256: str
    kind: str
    body: msgspec.Raw


@dataclass(frozen=True)
class Shard:
    """One of so many parts of the work, the first one being 1."""

    number: int
    of: int

    def mine(self, works: Iterable[Work]) -> list[Work]:
        """The work of this part."""
        return [one for one in works if int(one.key.attempt[:12], 16) % self.of == self.number - 1]


def parse(text: str) -> Shard:
    """What `3/16` means. Raises UsageError for anything else."""
    found = _SAID.fullmatch(text)
    number, of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= of <= MOST:
        raise UsageError(f"{text!r} is no shard: write it like 3/16, from 1/16 to 16/16")
    return Shard(number, of)


def line(outcome: Outcome) -> bytes:
    """One line of a file."""
    body = msgspec.json.encode(outcome)
    kind = "judgement" if isinstance(outcome, Judgement) else "fault"
    return msgspec.json.encode(_Line(_digest(kind, body), kind, msgspec.Raw(body))) + b"\n"


def _digest(kind: str, body: bytes) -> str:
    return hashlib.sha256(kind.encode() + b" " + body).hexdigest()


def read(path: Path) -> tuple[list[Outcome], int]:
    """What a file has, and how many of its lines are not whole. Raises UsageError where it can't be read."""
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}") from error
    found = [_outcome(one) for one in lines]
    return [one for one in found if one is not None], found.count(None)


def _outcome(line: bytes) -> Outcome | None:
    if not line.endswith(b"\n"):
        return None
    try:
        said = msgspec.json.decode(line, type=_Line)
        if said.sha256 != _digest(said.kind, bytes(said.body)):
            return None
        return msgspec.json.decode(said.body, type=Judgement if said.kind == "judgement" else Fault)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


@contextlib.contextmanager
def appending(path: Path) -> Iterator[tuple[set[Key], Callable[[Sequence[Outcome]], None]]]:
    """The keys that the file has judgements for, and how more is added to it: each time, for good.

    What an end in the middle of a line has left is cut off. Raises GraderError where the file can't be written.
    """
    try:
        done = read(path)[0] if path.exists() else []
        with open(path, "ab") as file:
            whole = path.read_bytes()
            file.truncate(whole.rfind(b"\n") + 1)

            def add(outcomes: Sequence[Outcome]) -> None:
                file.write(b"".join(line(one) for one in outcomes))
                file.flush()
                os.fsync(file.fileno())

            yield {one.key for one in done if isinstance(one, Judgement)}, add
    except OSError as error:
        raise GraderError(f"{path} can't be written: {error.strerror}; what it had before stays") from error


def foreign(outcomes: Iterable[Outcome], known: Callable[[Key], bool]) -> Key | None:
    """The first key that does not belong to the class."""
    return next((one.key for one in outcomes if not known(one.key)), None)
