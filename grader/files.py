"""Files written whole or not at all, and attempts read once."""

import codecs
import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from grader.errors import GraderError, UsageError
from grader.places import Place, place

MAX_ATTEMPT = 256 * 1024  # bytes


def write_bytes(path: Path, data: bytes) -> None:
    """Writes `data` to a temporary name beside `path` and moves it into place.

    Raises GraderError, with nothing changed, if the folder or the disk refuses.
    """
    Place(path).write(data)


def write_text(path: Path, text: str) -> None:
    """`write_bytes` for text, in UTF-8."""
    write_bytes(path, text.encode())


def create_all(contents: Mapping[Path, bytes]) -> None:
    """Creates all of these files, with the folders that they lie in, or none of them, and replaces nothing.

    Raises UsageError if one is there already, GraderError if a folder or the disk refuses.
    """
    with made_folders(path.parent for path in contents):
        done: list[Place] = []
        try:
            for path, data in contents.items():
                Place(path).create(data)
                done.append(Place(path))
        except BaseException:
            for one in done:
                one.remove()
            raise


@contextlib.contextmanager
def made_folders(folders: Iterable[Path]) -> Iterator[None]:
    """Makes `folders` where they are missing, and removes those again if something goes wrong inside.

    Raises GraderError if one can't be made.
    """
    new: list[Path] = []
    try:
        for folder in folders:
            for one in reversed([one for one in (folder, *folder.parents) if not one.is_dir()]):
                try:
                    one.mkdir()
                except OSError as error:
                    raise GraderError(f"{one} can't be made: {error.strerror}; nothing was changed") from error
                new.append(one)
        yield
    except BaseException:
        for one in reversed(new):
            with contextlib.suppress(OSError):
                one.rmdir()
        raise


def read_attempt(path: Path) -> bytes:
    """The bytes of an attempt, read once and through no link on its way.

    Raises UsageError if it is missing, reached through a link, not a regular file, empty, not text in UTF-8 or said
    to be none, or larger than an attempt can be.
    """
    root, parts = _way(path)
    try:
        with place(root, *parts) as one:
            return checked(path, one.read(MAX_ATTEMPT, "an attempt"))
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}") from error


def _way(path: Path) -> tuple[Path, tuple[str, ...]]:
    """The folder to begin at, and what lies between it and the file: there, no link is followed.

    Whoever types a path vouches for the current folder and for their home, however these are reached, and the system
    for what lies directly in the root (`/tmp` on macOS is a link). The rest may come from anybody.
    """
    if not path.anchor:
        return Path(), path.parts or (".",)
    path = path.absolute()
    vouched = [Path(path.anchor, *path.parts[1:2]) if os.name == "posix" else Path(path.anchor)]
    vouched += [common for place in _own() if (common := _common(path, place))]
    root = max(vouched, key=lambda place: len(place.parts))
    root = root.parent if root == path else root
    return root, path.parts[len(root.parts) :] or (".",)


def _own() -> Iterator[Path]:
    """The current folder, as the system and as the shell call it, and the home."""
    here = Path.cwd()
    yield here
    shell = os.environ.get("PWD", "")
    with contextlib.suppress(OSError):
        if os.path.isabs(shell) and os.path.samefile(shell, here):
            yield Path(shell)
    with contextlib.suppress(RuntimeError):
        yield Path.home()


def _common(path: Path, place: Path) -> Path | None:
    """The deepest folder that both lie in, as they are written; None on another drive."""
    shared = [one for one in (place, *place.parents) if path.is_relative_to(one)]
    return shared[0] if shared else None


# How Python looks for it (PEP 263): in a comment that is alone on the first line, or on the second after such a one.
_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_ALONE = re.compile(rb"[ \t\f]*(?:#|$)")
_LINE_END = re.compile(rb"\r\n?|\n")
_UTF_8 = re.compile(r"(mule[-_])?utf[-_]?8([-_].*)?|u8|utf|cp65001", re.ASCII | re.IGNORECASE)


def checked(path: Path, data: bytes) -> bytes:
    """The bytes of an attempt, of which `path` is the name. Raises UsageError where they are none (`read_attempt`)."""
    if not data.strip():
        raise UsageError(f"{path} is empty: write your attempt into it, or get the stub back with grader reset")
    if b"\0" in data:
        raise UsageError(f"{path} is not a text file: it holds NUL bytes")
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data, 0, error.start)) + 1
        raise UsageError(f"{path} is not UTF-8 (line {line}): save it in that encoding") from error
    for number, name in _cookies(data):
        if not _UTF_8.fullmatch(name):
            raise UsageError(
                f"{path} says that it is {name[:40]} (line {number}), and an attempt is always read as UTF-8: "
                "take that line out, and save the file in UTF-8"
            )
    return data


def _cookies(data: bytes) -> Iterator[tuple[int, str]]:
    """Line and name of an encoding that a file claims for itself, where Python would look for it."""
    lines = _LINE_END.split(data.removeprefix(codecs.BOM_UTF8), maxsplit=2)[:2]
    for number, line in enumerate(lines, 1):
        if found := _COOKIE.match(line):
            yield number, found[1].decode("ascii", "replace")
            return
        if not _ALONE.match(line):
            return
