"""Work that was handed in as plain files, out of a learning platform's archive: `sync --folder DIR`.

A file belongs to a topic by its name, or by the folder that it lies in, and to a student by what else is said on its
way: `topic/student.py`, `student/topic.py`, `student_12_345_topic.py` and the like.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.cohort.roster import Roster
from grader.cohort.rows import Found
from grader.errors import GraderError, UsageError
from grader.files import read_attempt

MOST_FILES = 200_000
_BREAK = re.compile(r"[_\s,]+")
COLUMNS = ("student", "email", "github", "github_id", "canvas_id", "sis_id", "login", "name")


@dataclass(frozen=True)
class HandedIn:
    """What lies in a folder: what each student handed in, and the files that belong to nobody or to no topic."""

    found: Mapping[str, tuple[Found, ...]]
    unmatched: tuple[str, ...]

    @staticmethod
    def commit(found: Iterable[Found]) -> str:
        """A name for a state of a student's files, as a commit is one."""
        digest = hashlib.sha256()
        for one in sorted(found, key=lambda one: one.topic):
            digest.update(f"{one.topic}\0{hashlib.sha256(one.source or b'').hexdigest()}\0{one.problem}\0".encode())
        return f"files-{digest.hexdigest()[:40]}"


def read(folder: Path, roster: Roster, topics: Iterable[str]) -> HandedIn:
    """Looks through a folder. Raises UsageError if there is none, or a student has two files for a topic."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder")
    words, named = _words(roster), {_plain(topic): topic for topic in topics}
    chosen: dict[tuple[str, str], Path] = {}
    unmatched: list[str] = []
    for path in _files(folder):
        way = path.relative_to(folder).with_suffix("").parts
        topic, who = _belongs(way, words, named)
        if topic is None or who is None:
            unmatched.append(path.relative_to(folder).as_posix())
        elif (first := chosen.setdefault((who, topic), path)) != path:
            raise UsageError(
                f"{first} and {path} are both {topic} of one student: leave one of them; nothing was changed"
            )
    found: dict[str, list[Found]] = {}
    for (who, topic), path in chosen.items():
        found.setdefault(who, []).append(_read(path, topic))
    return HandedIn({who: tuple(those) for who, those in found.items()}, tuple(unmatched))


def _files(folder: Path) -> Iterator[Path]:
    for number, path in enumerate(sorted(folder.rglob("*.py"))):
        if number >= MOST_FILES:
            raise UsageError(f"{folder} has more than {MOST_FILES:,} files: name a folder of what was handed in")
        if not any(part.startswith((".", "__")) for part in path.relative_to(folder).parts):
            yield path


def _read(path: Path, topic: str) -> Found:
    try:
        return Found(topic, read_attempt(path))
    except GraderError as error:
        return Found(topic, problem=str(error).replace(str(path), "the file"))  # whose name may tell who it is


def _words(roster: Roster) -> dict[str, str | None]:
    """Who is meant by a word; None where it may be several. A name counts in either order, written as one word."""
    found: dict[str, str | None] = {}
    for who, person in roster:
        said = {who, *(person.get(column) for column in COLUMNS)}
        parts = [part for part in _BREAK.split(person.name) if part]
        said |= {"".join(parts), "".join(reversed(parts)), "".join([*parts[-1:], *parts[:-1]])}
        for word in {_plain(one) for one in said} - {""}:
            found[word] = who if found.get(word, who) == who else None
    return found


def _plain(text: str) -> str:
    """A word as it may be written in a file's name: without case, accents and breaks."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return re.sub(r"[\s_,'’-]+", "", bare).casefold()


def _belongs(
    way: tuple[str, ...], words: Mapping[str, str | None], topics: Mapping[str, str]
) -> tuple[str | None, str | None]:
    """Topic and student, as the parts of a file's way say; the last word counts for the topic."""
    pieces = [piece for part in way for piece in _pieces(part)]
    topic = next((topics[piece] for piece in reversed(pieces) if piece in topics), None)
    people = {words[piece] for piece in pieces if piece in words}
    return topic, people.pop() if len(people) == 1 else None


def _pieces(part: str) -> Iterator[str]:
    """A part of a way, and each run of its words: `ann_archer_12_context_managers` has `context_managers` in it."""
    split = [one for one in _BREAK.split(part) if one][:12]
    for first in range(len(split)):
        for last in range(first + 1, len(split) + 1):
            yield _plain("".join(split[first:last]))
