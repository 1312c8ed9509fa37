"""What `grader cohort export` does, in the words of who typed it."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.cohort import grades, room, roster, tables
from grader.cohort.export import canvas, classroom50, gradescope, moodle, plain, worksheet
from grader.cohort.export.rows import Asked, Export
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.room import Room
from grader.cohort.rows import Key
from grader.errors import UsageError
from grader.files import made_folders, write_bytes
from grader.formats.text import counted, safe
from grader.verdicts import AttemptResult

FORMATS = ("csv", "canvas", "moodle", "moodle-worksheet", "gradescope", "classroom50")
SHOWN = 20


def export(name: str, sheet: Path | None, out: Path, topics: Sequence[str], columns: Sequence[str]) -> int:
    """Writes what another system takes, and says who was left out and why. Status 1 where somebody was."""
    if name not in FORMATS:
        raise UsageError(f"{name!r} is no format: {', '.join(FORMATS)}")
    if (sheet is None) != (name != "moodle-worksheet"):
        raise UsageError("moodle-worksheet takes the FILE that was downloaded from Moodle, and no other format does")
    here = room.enter()
    made = _made(here, name, sheet, _asked(here, topics, columns))
    _keep(out, made, sheet)
    for file, number in made.rows.items():
        print(f"{out / file}: {counted(number, 'student')}")
    if made.left_out:
        print(f"{len(made.left_out)} left out:")
        for line in made.left_out[:SHOWN]:
            print(f"  {safe(line)}")
        if len(made.left_out) > SHOWN:
            print(f"  and {len(made.left_out) - SHOWN} more")
    for note in made.notes:
        print(f"Note: {note}.")
    return 1 if made.left_out else 0


def _asked(here: Room, topics: Sequence[str], columns: Sequence[str]) -> Asked:
    titles = {}
    for one in columns:
        topic, sign, title = one.partition("=")
        if not (sign and title.strip()):
            raise UsageError("--column takes TOPIC=NAME")
        titles[topic.strip()] = title
    for topic in (*topics, *titles):
        if topic not in here.plan.topics:
            raise UsageError(f"{topic!r} is no topic of this class: it has {', '.join(here.plan.topics)}")
    return Asked(here.plan, list(dict.fromkeys(topics)) or list(here.plan.topics), titles)


def _made(here: Room, name: str, sheet: Path | None, asked: Asked) -> Export:
    people = roster.read(here)
    with Gradebook(here.gradebook) as book:
        view = grades.released(book, here.plan)
        urls = {who: one.url for who, one in book.forks().items()}
        if not view:
            raise UsageError("nothing counts yet, so there is nothing to export: grader cohort release")
        if sheet is not None:
            return worksheet.export(people, view, asked, tables.read(sheet, guarded=False))
        if name == "gradescope":
            return gradescope.export(people, view, asked, lambda key: _result(book, key))
        if name == "classroom50":
            return classroom50.export(people, view, asked, lambda key: _result(book, key), urls, now())
        if name == "csv":
            return plain.export(people, view, asked, urls)
        return canvas.export(people, view, asked) if name == "canvas" else moodle.export(people, view, asked)


def _result(book: Gradebook, key: Key) -> AttemptResult | None:
    found = book.judgement(key)
    return None if found is None else msgspec.json.decode(found.result, type=AttemptResult)


def _keep(out: Path, made: Export, sheet: Path | None) -> None:
    if sheet is not None and any((out / name).resolve() == sheet.resolve() for name in made.files):
        raise UsageError(f"{sheet} would be written over: name another folder with --out")
    with made_folders((out / name).parent for name in made.files):
        for name, data in made.files.items():
            write_bytes(out / name, data)
