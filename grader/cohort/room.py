"""The folder of a class, as `grader cohort` uses it: where everything lies, and what nobody is called by.

Names live in `roster.csv` alone. Everything else knows a pseudonym, which only who has the folder's secret can make.
"""

import base64
import contextlib
import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.catalog import Catalog
from grader.classroom import plan
from grader.classroom.plan import Plan
from grader.errors import GraderError, UsageError
from grader.places import Place, place

SECRET = "secret"
SECRET_BYTES = 32
PSEUDONYM_BYTES = 5  # eight letters and digits: two of 1,000 students share them in one class of two million


@dataclass(frozen=True)
class Room:
    """The folder of a class, its plan, and the secret that pseudonyms are made with."""

    folder: Path
    plan: Plan
    secret: bytes

    @property
    def gradebook(self) -> Path:
        return self.folder / "gradebook.db"

    @property
    def roster(self) -> Path:
        """The only file with names."""
        return self.folder / "roster.csv"

    @property
    def forks(self) -> Path:
        """A bare repository for each student, by pseudonym."""
        return self.folder / "forks"

    def fork(self, student: str) -> Path:
        """The bare repository of the student with this pseudonym."""
        return self.forks / f"{student}.git"

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog that the class was made for. Raises UsageError where it is another, or lacks a topic."""
        return self.plan.load(self.folder)

    def pseudonym(self, key: str) -> str:
        """What the student is called everywhere but in the roster, whose key for them is `key`."""
        text = unicodedata.normalize("NFC", key.strip())
        digest = hmac.new(self.secret, b"student " + text.encode(), hashlib.sha256).digest()
        return "s-" + base64.b32encode(digest[:PSEUDONYM_BYTES]).decode().lower()


def enter(folder: Path | None = None) -> Room:
    """The class in `folder`, or in the current one. Raises UsageError if there is none, GraderError if it can't be
    used.
    """
    folder = (folder or Path.cwd()).absolute()
    return Room(folder, plan.read(folder), _secret(folder))


def _secret(folder: Path) -> bytes:
    """The secret of the folder, drawn when it is first asked for."""
    path = folder / SECRET
    with contextlib.suppress(FileNotFoundError):
        return _read(path)
    with contextlib.suppress(UsageError):  # another command was quicker
        Place(path).create(secrets.token_hex(SECRET_BYTES).encode() + b"\n")
        path.chmod(0o600)
    return _read(path)


def _read(path: Path) -> bytes:
    try:
        with place(path.parent, path.name) as file:
            said = bytes.fromhex(file.read(1_000, "a secret").decode("ascii").strip())
    except FileNotFoundError:
        raise
    except OSError as error:
        raise GraderError(f"{path} can't be read: {error.strerror}") from error
    except ValueError:
        said = b""
    if len(said) != SECRET_BYTES:
        raise UsageError(f"{path} is damaged: get it back from a copy, for with another one nobody is who they were")
    return said
