"""Tables as other programs write and read them: CSV in UTF-8, with guards before what looks like a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.files import write_bytes
from grader.places import place

MAX_BYTES = 32 * 1024 * 1024
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEPARATORS = ",;\t"


@dataclass(frozen=True)
class Row:
    """One row: what it says by column, and the line of the file that it ends in."""

    line: int
    cells: dict[str, str]

    def get(self, *columns: str) -> str:
        """What stands in the first of these columns that says anything."""
        return next((said for column in columns if (said := self.cells.get(column, "").strip())), "")


@dataclass(frozen=True)
class Table:
    """A table with a header."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str = ","
    marked: bool = False  # whether it began with a byte order mark


def read(path: Path, guarded: bool = True) -> Table:
    """The table in `path`; guards are taken off where there are some. Raises UsageError, with the line, where it can't
    be understood.
    """
    text, marked = _text(path)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = tuple(cell.strip() for cell in next(reader, []))
        _check(path, columns)
        rows = tuple(_rows(path, reader, columns, plain if guarded else str))
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num} is no CSV: {error}; nothing was changed") from error
    return Table(path, columns, rows, separator, marked)


def _text(path: Path) -> tuple[str, bool]:
    try:
        with place(path.absolute().parent, path.name) as file:
            data = file.read(MAX_BYTES, "a table")
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}, line {line} is not UTF-8: save it as CSV UTF-8; nothing was changed") from error
    if "\0" in text:
        raise UsageError(f"{path} is no text: it holds NUL bytes; nothing was changed")
    return text.removeprefix("\ufeff"), text.startswith("\ufeff")


def _check(path: Path, columns: Sequence[str]) -> None:
    if not any(columns):
        raise UsageError(f"{path} has no header: its first line names the columns")
    for column in columns:
        if column and columns.count(column) > 1:
            raise UsageError(f"{path} has two columns called {column!r}: rename one; nothing was changed")


def _rows(path: Path, lines: Iterable[list[str]], columns: Sequence[str], said: Callable[[str], str]) -> Iterator[Row]:
    for cells in lines:
        line: int = getattr(lines, "line_num", 0)
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise UsageError(f"{path}, line {line} has more cells than the header; nothing was changed")
        cells = [*cells, *[""] * (len(columns) - len(cells))]
        yield Row(line, {column: said(cell) for column, cell in zip(columns, cells, strict=False)})


def written(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    separator: str = ",",
    marked: bool = False,
    guard: bool = True,
) -> bytes:
    """A table as bytes, in which no cell is a formula, unless cells are to stay as they are."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    kept = guarded if guard else str
    writer.writerow([kept(cell) for cell in columns])
    writer.writerows([kept(cell) for cell in row] for row in rows)
    return (b"\xef\xbb\xbf" if marked else b"") + text.getvalue().encode()


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes a table, whole or not at all."""
    write_bytes(path, written(columns, rows))


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay what they are."""
    if not cell.startswith(_FORMULA) or _is_number(cell):
        return cell
    return "'" + cell


def plain(cell: str) -> str:
    """The cell that was guarded."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()
