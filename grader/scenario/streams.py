"""Text files as on a machine that prefers another encoding, and which of the opened ones are still open."""

import builtins
import io
import locale
import os
from _io import TextIOWrapper  # nothing replaces these two, not even an earlier example
from _io import open as real_open
from collections.abc import Callable
from typing import Any, cast

from grader.scenario.files import temporary_path


class OpenFiles:
    """The files that have been opened since this was made."""

    def __init__(self) -> None:
        # References to the files: it takes a call of close() to close them, or the end of whoever reads them.
        self._streams: list[Any] = []
        self._wrappers: list[Any] = []  # a wrapper that is collected closes its file, which is nobody's doing

    def add(self, stream: Any) -> None:
        self._streams.append(stream)

    def keep(self, wrapper: Any) -> None:
        """A text wrapper around a file, which lives as long as this."""
        self._wrappers.append(wrapper)

    def names(self) -> list[str]:
        """The names, without folders, of those that are not closed."""
        return [os.path.basename(stream.name) for stream in self._streams if not stream.closed]

    def close(self) -> None:
        """Closes them all."""
        while self._wrappers or self._streams:
            (self._wrappers or self._streams).pop().close()

    def temporary_path(self, name: str, content: str | None = None) -> str:
        """As the toolkit's: the path of a file of this name in a new folder, for which `open` is replaced for sure."""
        return temporary_path(name, content)


_latest = OpenFiles()


def watched_open(encoding: str = "latin-1") -> OpenFiles:
    """Puts an `open` in the place of Python's that prefers `encoding` for text, and returns what it opens.

    What an earlier call knows of is closed: a process may have but few open files.
    """
    global _latest
    _latest.close()
    files = _latest = OpenFiles()

    def open_elsewhere(
        file: Any, mode: str = "r", buffering: int = -1, asked: str | None = None, *rest: Any, **options: Any
    ) -> Any:
        wanted = options.pop("encoding", asked)
        stream = real_open(file, mode, buffering, _preferred(mode, wanted, encoding), *rest, **options)
        files.add(stream)
        return stream

    class TextElsewhere(TextIOWrapper):
        """Text over a binary file, as on such a machine."""

        def __init__(self, buffer: Any, asked: str | None = None, *rest: Any, **options: Any) -> None:
            wanted = options.pop("encoding", asked)
            super().__init__(buffer, _preferred("r", wanted, encoding), *rest, **options)
            files.keep(self)

    # `Path.open` and `os.fdopen` look it up in io.
    builtins.open = io.open = cast(Any, open_elsewhere)
    setattr(io, "TextIOWrapper", TextElsewhere)  # noqa: B010  # an assignment to a class is none that mypy knows
    # In UTF-8 mode it would give `Path.open` another answer than on such a machine.
    io.text_encoding = cast(Any, _text_encoding)
    named: Callable[..., str] = lambda *_: encoding  # noqa: E731
    locale.getpreferredencoding = cast(Any, named)
    locale.getencoding = cast(Any, named)
    return files


def _preferred(mode: str, asked: str | None, encoding: str) -> str | None:
    return encoding if "b" not in mode and asked in (None, "locale") else asked


def _text_encoding(encoding: str | None, stacklevel: int = 2) -> str:
    return "locale" if encoding is None else encoding
