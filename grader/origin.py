"""What a topic was started from: its version, and the very texts that were handed out.

They are what a new version is compared with, so that it can reach an attempt without losing what was written. They lie
in the learner's folder, so they are bounded, and looked at before they are believed; each topic has a file of its own,
which is written whole.
"""

import hashlib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from grader.catalog import Exercise
from grader.errors import UsageError
from grader.memory import FOLDER
from grader.places import NoPlace, place

FOLDERS = (FOLDER, "started")
MAX_TEXT = 1024 * 1024  # bytes of a stub or a brief
MAX_BYTES = 8 * MAX_TEXT  # of a file: two versions of two texts, written in base 64

Bytes = Annotated[bytes, Meta(max_length=MAX_TEXT)]


class Text(msgspec.Struct, frozen=True):
    """A text as it was handed out, and its SHA-256."""

    sha256: str
    text: Bytes

    def __post_init__(self) -> None:
        if hashlib.sha256(self.text).hexdigest() != self.sha256:
            raise ValueError("a text is not the one that was handed out")


class Version(msgspec.Struct, frozen=True):
    """One version of a topic; the brief is none where it is not known which was handed out."""

    version: Annotated[int, Meta(ge=1)]
    stub: Text
    brief: Text | None = None


class Origin(msgspec.Struct, frozen=True):
    """What an attempt goes back to; `waiting` is the version that a learner is still to settle conflicts with."""

    began: Version
    waiting: Version | None = None


def text(data: bytes) -> Text:
    """A text that is handed out."""
    return Text(hashlib.sha256(data).hexdigest(), data)


def version(exercise: Exercise) -> Version:
    """What the catalog hands out now. Raises UsageError where a text is longer than any stub or brief is."""
    found = [path.read_bytes() for path in (exercise.stub, exercise.brief)]
    for path, data in zip((exercise.stub, exercise.brief), found, strict=True):
        if len(data) > MAX_TEXT:
            raise UsageError(f"{path} has {len(data):,} bytes; a stub or a brief has at most {MAX_TEXT:,}")
    return Version(exercise.manifest.version, *map(text, found))


def read(workspace: Path, exercise: Exercise) -> Origin | None:
    """What is known of a topic, under its name or a former one; None if nothing is.

    Raises UsageError if what is known is damaged, or can't be read.
    """
    for name in exercise.names:
        try:
            with place(workspace, *FOLDERS, f"{name}.json") as file:
                return msgspec.json.decode(file.read(MAX_BYTES, "a start"), type=Origin)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (NoPlace, OSError, msgspec.MsgspecError, ValueError, RecursionError) as problem:
            path = Path(workspace, *FOLDERS, f"{name}.json")
            raise UsageError(f"what {exercise.topic} was started from can't be read: {path}: {problem}") from problem
    return None


def keep(workspace: Path, topic: str, started: Origin) -> None:
    """Writes it down, in the place of what was known. Raises GraderError or OSError if it can't be."""
    with place(workspace, *FOLDERS, f"{topic}.json", make=True) as file:
        file.write(msgspec.json.encode(started))
