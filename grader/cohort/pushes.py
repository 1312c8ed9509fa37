"""When commits were pushed, as a server says: `sync --times FILE`.

Known are what GitHub's `GET /repos/{owner}/{repo}/activity` gives, GitLab's events of a project, and a table with the
columns commit, pushed_at and, where several students share a commit, student. The dates in a commit are never asked.
"""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.cohort.gradebook import Gradebook
from grader.cohort.roster import Roster
from grader.errors import GraderError, UsageError
from grader.places import place

MOST = 64 * 1024 * 1024  # bytes
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_NONE = re.compile(r"0+")  # what a server says for the end of a branch


@dataclass(frozen=True)
class Push:
    """A commit, when it came, who says so, and whose it is (empty where that is not said)."""

    commit: str
    at: datetime.datetime
    source: str
    student: str = ""


@dataclass(frozen=True)
class Taken:
    """What came of a file of pushes: how many tell something, and which do not."""

    known: int
    unknown: int  # of commits that were never seen
    shared: tuple[str, ...]  # commits of several students, where it is not said whose push it was


def files(path: Path) -> Iterator[Path]:
    """The file, or those of a folder: one a student, named like the student's key or account."""
    yield from sorted(one for one in path.iterdir() if one.suffix in (".json", ".csv")) if path.is_dir() else [path]


def read(path: Path, student: str = "") -> list[Push]:
    """The pushes that a file tells of. Raises UsageError where it tells of none, or can't be understood."""
    try:
        with place(path.parent, path.name) as file:
            text = file.read(MOST, "a list of pushes").decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {getattr(error, 'strerror', None) or error}") from error
    if path.suffix.lower() == ".csv":
        return list(_table(path, text, student))
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is neither JSON nor a table whose name ends in .csv: {error}") from error
    rows = (
        [row for page in said for row in (page if isinstance(page, list) else [page])] if isinstance(said, list) else []
    )
    found = [push for row in rows if isinstance(row, dict) and (push := _event(path, row, student)) is not None]
    if not found:
        raise UsageError(f"{path} tells of no push: give what GitHub's activity or GitLab's events are")
    return found


def _table(path: Path, text: str, student: str) -> Iterator[Push]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"commit", "pushed_at"} <= set(rows.fieldnames or ()):
        raise UsageError(f"{path} needs the columns commit and pushed_at, and may have student")
    for row in rows:
        commit = (row["commit"] or "").strip().lower()
        if not _COMMIT.fullmatch(commit):
            raise UsageError(
                f"{path}, line {rows.line_num}: {commit[:80]!r} is no commit, which has 40 hexadecimal digits"
            )
        at = _moment(f"{path}, line {rows.line_num}", row["pushed_at"] or "")
        yield Push(commit, at, path.name, (row.get("student") or "").strip() or student)


def _event(path: Path, row: dict[str, Any], student: str) -> Push | None:
    """A push as GitHub or GitLab tells it; None for anything else that happened."""
    if "after" in row and "timestamp" in row:
        commit, at = row["after"], row["timestamp"]
    elif isinstance(row.get("push_data"), dict):
        commit, at = row["push_data"].get("commit_to"), row.get("created_at")
    else:
        return None
    if not isinstance(commit, str) or not _COMMIT.fullmatch(commit) or _NONE.fullmatch(commit):
        return None
    return Push(commit, _moment(str(path), str(at)), path.name, student)


def _moment(where: str, text: str) -> datetime.datetime:
    try:
        at = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise UsageError(f"{where}: {text[:60]!r} is no moment with a zone, like 2026-12-14T22:58:03Z")
    return at


def take(book: Gradebook, roster: Roster, path: Path) -> Taken:
    """Writes down when known commits were pushed. Raises UsageError, with nothing written, where a file is broken."""
    pushes = [push for file in files(path) for push in read(file, _owner(roster, file) if path.is_dir() else "")]
    owners: dict[str, list[str]] = {}
    for seen in book.sightings():
        owners.setdefault(seen.commit, []).append(seen.student)
    known, unknown, shared = 0, 0, []
    with book.writing():
        for push in pushes:
            those = [_who(roster, push)] if push.student else owners.get(push.commit, [])
            if len(those) > 1:
                shared.append(push.commit)
            elif those and book.push(those[0], push.commit, push.at, push.source):
                known += 1
            else:
                unknown += 1
    return Taken(known, unknown, tuple(dict.fromkeys(shared)))


def _owner(roster: Roster, file: Path) -> str:
    try:
        return roster.find(file.stem)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from error


def _who(roster: Roster, push: Push) -> str:
    try:
        return roster.find(push.student)
    except UsageError as error:
        raise GraderError(f"{push.source}: {error}; nothing was changed") from error
