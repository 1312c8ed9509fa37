"""Where reports go: one to standard output, any number to files, each written whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader import files
from grader.errors import GraderError, UsageError
from grader.formats import registry
from grader.formats.report import Report

TERMINAL = "text"  # on standard output, the report for people, which knows its terminal
# Files that a CI shares among all that write to them: what is written there is appended.
SHARED = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")


@dataclass(frozen=True)
class Target:
    """A format, and the file that it is written to; None is standard output."""

    format: str
    file: Path | None = None

    @property
    def shared(self) -> bool:
        """Whether others write to the file as well."""
        named = [Path(file) for name in SHARED if (file := os.environ.get(name))]
        return self.file is not None and any(_same(self.file, one) for one in named)


def parse(format: str, also: Sequence[str]) -> list[Target]:
    """What was typed: a format for standard output, and `NAME=FILE` for each other.

    Raises UsageError for an unknown format, a second one for standard output, and two for one file.
    """
    registry.known(format)
    found = [Target(format)]
    for text in also:
        name, equals, file = text.partition("=")
        registry.known(name)
        if not equals or file in ("", "-"):
            raise UsageError(f"standard output takes one report, and {format} is there: write --also {name}=FILE")
        path = Path(file).absolute()
        if any(one.file is not None and _same(one.file, path) for one in found):
            raise UsageError(f"{file} can't hold two reports: give each a file of its own")
        found.append(Target(name, path))
    return found


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def check(targets: Sequence[Target], attempts: Iterable[Path]) -> None:
    """Raises UsageError where a file can't be written, or must not be, before anything is judged."""
    taken = {os.path.realpath(path) for path in attempts}
    for target in targets:
        if target.file is None:
            continue
        if os.path.realpath(target.file) in taken:
            raise UsageError(f"{target.file} is an attempt: no report is written over it")
        _writable(target.file)
    for file in _beside(targets):
        _writable(Path(file))


def _writable(file: Path) -> None:
    try:
        mode = file.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    except OSError as error:
        raise UsageError(f"{file} can't be written: {error.strerror}") from error
    if not stat.S_ISREG(mode):
        raise UsageError(f"{file} can't be written: it is no regular file")
    if not file.parent.is_dir():
        raise UsageError(f"{file} can't be written: there is no folder {file.parent}")
    if not os.access(file.parent, os.W_OK) or (file.exists() and not os.access(file, os.W_OK)):
        raise UsageError(f"{file} can't be written: Permission denied")


def deliver(targets: Sequence[Target], report: Report) -> None:
    """Writes every report: all are made before the first is written, and files come before standard output.

    Raises UsageError where a file can't be written after all; what it held stays.
    """
    made = [(one, registry.rendered(one.format, report)) for one in targets if one != Target(TERMINAL)]
    beside = {file: registry.beside(format, report) for file, format in _beside(targets).items()}
    for target, text in made:
        if target.file is not None:
            _write(target, text)
    for file, text in beside.items():
        _append(Path(file), text)
    for target, text in made:
        if target.file is None:
            put(text)


def _beside(targets: Sequence[Target]) -> dict[str, str]:
    """The files that the formats write to beside their reports, where a CI has named them, and which does."""
    names = {one.format: registry.FORMATS[one.format].beside for one in targets}
    return {file: format for format, name in names.items() if (file := os.environ.get(name))}


def _write(target: Target, text: str) -> None:
    assert target.file
    if target.shared:
        _append(target.file, text)
        return
    try:
        files.write_text(Path(os.path.realpath(target.file)), text)
    except (GraderError, OSError) as error:
        raise UsageError(str(error)) from error


def _append(file: Path, text: str) -> None:
    """Adds a text at the end, in one piece; where that fails, the file is as it was."""
    try:
        with file.open("ab", buffering=0) as out:
            size, data = out.tell(), text.encode()
            if out.write(data) != len(data):
                out.truncate(size)
                raise UsageError(f"{file} can't be written: there is no room for all of it")
    except OSError as error:
        raise UsageError(f"{file} can't be written: {error.strerror}") from error


def put(text: str) -> None:
    """Writes a report to standard output, in UTF-8 whatever encoding that has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
