"""Places in a folder that somebody else fills: reached through no link, read in bounds, written whole or not at all.

The folders on the way are held open one in the other, so that nothing can be put in between while it is walked. Where
the platform can't open a file in a folder that is held (Windows), each is looked at on the way instead.
"""

import contextlib
import datetime
import itertools
import os
import secrets
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.errors import GraderError, UsageError

HELD = {os.open, os.mkdir, os.stat, os.rename, os.unlink} <= os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_UNMOVED = _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
# O_PATH: a folder on the way has to let pass, and need not let read.
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0xA0000003)  # what Windows has beside links


class NoPlace(UsageError):
    """What lies there is a link, no regular file, or too large."""


@dataclass(frozen=True)
class Place:
    """One name in a folder that is held open; `path` is what it is called in a message."""

    path: Path
    folder: int | None = None  # its descriptor; None, and the path is taken as it is, where none is held

    @property
    def _name(self) -> str:
        return str(self.path) if self.folder is None else self.path.name

    def beside(self, name: str) -> "Place":
        """Another name in the same folder."""
        return Place(self.path.with_name(name), self.folder)

    def free(self, stem: str, suffix: str) -> "Place":
        """A name beside it that nothing has yet: stem, time of day and suffix."""
        stamp = datetime.datetime.now().strftime("%Y-%m-%dT%H-%M-%S")
        number, one = 1, self.beside(f"{stem}{stamp}{suffix}")
        while one.exists():
            number += 1
            one = self.beside(f"{stem}{stamp}-{number}{suffix}")
        return one

    def exists(self) -> bool:
        """Whether anything lies there, a link that leads nowhere included."""
        return self._look() is not None

    def is_folder(self) -> bool:
        look = self._look()
        return look is not None and stat.S_ISDIR(look.st_mode) and not _is_link(look)

    def is_link(self) -> bool:
        look = self._look()
        return look is not None and _is_link(look)

    def neighbours(self, most: int = 1_000) -> list[str]:
        """The names of what lies in the same folder, so many at most. Raises OSError."""
        if self.folder is None:
            return _names(self.path.parent, most)
        descriptor = os.open(".", os.O_RDONLY | getattr(os, "O_DIRECTORY", 0), dir_fd=self.folder)
        try:
            return _names(descriptor, most)
        finally:
            os.close(descriptor)

    def _look(self) -> os.stat_result | None:
        try:
            return os.stat(self._name, dir_fd=self.folder, follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def read(self, most: int, what: str) -> bytes:
        """The bytes of a regular file; `what` it is has at most `most` of them.

        Raises NoPlace for anything else that lies there, and OSError where nothing does or it can't be read.
        """
        descriptor = self.open(os.O_RDONLY, what)
        with open(descriptor, "rb") as file:
            size = os.fstat(descriptor).st_size
            data = file.read(most + 1) if size <= most else b""  # a file may grow, or not tell its size
        size = max(size, len(data))
        if size > most:
            raise NoPlace(f"{self.path} has {size:,} bytes; {what} has at most {most:,}")
        return data

    def open(self, flags: int, what: str) -> int:
        """A descriptor of the regular file that lies there; nothing is waited for. Raises NoPlace or OSError."""
        self._regular(self._look(), what)  # before it is opened: to open a device may do something
        descriptor = os.open(self._name, flags | _UNMOVED, 0o666, dir_fd=self.folder)
        try:
            self._regular(os.fstat(descriptor), what)
        except NoPlace:
            os.close(descriptor)
            raise
        return descriptor

    def _regular(self, look: os.stat_result | None, what: str) -> None:
        if look is not None and _is_link(look):
            raise _linked(self.path)
        if look is not None and not stat.S_ISREG(look.st_mode):
            raise NoPlace(f"{self.path} is not a regular file, so it can't be {what}")

    def write(self, data: bytes) -> None:
        """Writes `data` to a temporary name beside it and moves it into place.

        Raises GraderError, with nothing changed, if the folder or the disk refuses.
        """
        temporary = self.beside(f".{self.path.name}.{secrets.token_hex(6)}")
        new = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _UNMOVED
        try:
            descriptor = os.open(temporary._name, new, 0o666, dir_fd=self.folder)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.move(self)
        except BaseException as error:
            temporary.remove()
            if isinstance(error, OSError):
                raise self._unwritable(error) from error
            raise

    def create(self, data: bytes) -> None:
        """Writes a file that was not there, in the place of nothing.

        Raises UsageError if something has that name, GraderError if the folder or the disk refuses; nothing is left.
        """
        new = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _UNMOVED
        try:
            descriptor = os.open(self._name, new, 0o666, dir_fd=self.folder)
        except FileExistsError as error:
            raise UsageError(f"{self.path} is there already; nothing was changed") from error
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except BaseException as error:
            self.remove()
            if isinstance(error, OSError):
                raise self._unwritable(error) from error
            raise

    def remove(self) -> None:
        """Takes a file away again; what can't be removed stays."""
        with contextlib.suppress(OSError):
            os.unlink(self._name, dir_fd=self.folder)

    def move(self, to: "Place") -> None:
        """Gives what lies there the name `to`, in the same folder. Raises OSError."""
        os.replace(self._name, to._name, src_dir_fd=self.folder, dst_dir_fd=to.folder)

    def _unwritable(self, error: OSError) -> GraderError:
        return GraderError(f"{self.path} can't be written: {error.strerror}; nothing was changed")


@contextlib.contextmanager
def place(root: Path, *parts: str, make: bool = False) -> Iterator[Place]:
    """The place `parts` below `root`, whose own path may hold links; missing folders are made if `make` says so.

    Raises NoPlace if a folder on the way is a link, and OSError where it is missing or no folder.
    """
    *folders, name = parts
    with contextlib.ExitStack() as held:
        here, path = _hold(root, None, held, follow=True), root
        for folder in folders:
            path = path / folder
            here = _hold(path, here, held, make=make)
        yield Place(path / name, here)


def _hold(
    path: Path, parent: int | None, held: contextlib.ExitStack, follow: bool = False, make: bool = False
) -> int | None:
    """The folder `path`, opened in `parent`; None, after a look at it, where folders are not held."""
    one = Place(path, parent)
    if make and not one.exists():
        with contextlib.suppress(FileExistsError):  # another command was quicker
            os.mkdir(one._name, dir_fd=parent)
    if not follow and one.is_link():
        raise _linked(path)
    if not HELD:
        if not path.is_dir():
            os.scandir(path).close()  # says why
        return None
    descriptor = os.open(one._name, _FOLDER | (0 if follow else _NOFOLLOW), dir_fd=parent)
    held.callback(os.close, descriptor)
    return descriptor


def _names(folder: Path | int, most: int) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in itertools.islice(entries, most)]


def _is_link(look: os.stat_result) -> bool:
    return stat.S_ISLNK(look.st_mode) or getattr(look, "st_reparse_tag", 0) == _JUNCTION


def _linked(path: Path) -> NoPlace:
    return NoPlace(
        f"{path} is a link, and nothing is read or written through one: "
        "put what it leads to in its place, or name the file by the path that it really has"
    )
