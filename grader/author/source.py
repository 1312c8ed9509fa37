"""The files of an exercise as its author wrote them: what is no Python, or no text, gets a line and not a traceback."""

import ast
from pathlib import Path

from grader.errors import ExerciseError


def read(path: Path) -> bytes:
    """The bytes of a file. Raises ExerciseError if it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExerciseError(f"{path} can't be read: {error.strerror}") from error


def read_text(path: Path) -> str:
    """The text of a file without a byte order mark, and with lines that end as Python ends them.

    Raises ExerciseError if it can't be read or is not UTF-8.
    """
    try:
        return read(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ExerciseError(f"{path} is not UTF-8: byte {error.start}") from error


def parse(path: Path, source: bytes | str | None = None) -> ast.Module:
    """The syntax tree of a file, of which `source` may have been read already.

    Raises ExerciseError if it can't be read or is no Python.
    """
    try:
        return ast.parse(read(path) if source is None else source)
    except SyntaxError as error:
        raise ExerciseError(f"{path} is no Python, line {error.lineno}: {error.msg}") from error
    except (ValueError, RecursionError, MemoryError) as error:  # a zero byte, or nested too deep
        raise ExerciseError(f"{path} is no Python: {error}") from error
