"""What `grader class` does, in the words of who typed it."""

from collections.abc import Sequence
from pathlib import Path

from grader import catalog as catalogs
from grader.catalog import EDITION, Catalog, Published
from grader.classroom import edition, plan
from grader.classroom.edition import Topic
from grader.classroom.init import CATALOG, CHECK, STUDENT
from grader.classroom.init import init as make
from grader.errors import UsageError
from grader.formats.text import counted


def init(folder: Path, topics: Sequence[str], catalog: Path | None, wheel: Path | None) -> int:
    """Makes the folder of a class, and says what to look at next."""
    _need_jinja()
    found = catalogs.load(catalog)
    make(folder, found, None if catalog is None else found.folder, topics, wheel)
    print(f"{folder} is the folder of a class with {counted(len(topics), 'topic')}:")
    print(f"  {plan.FILE:15} topics, points, due dates, seed: look at the dates, and keep the file to yourself")
    print(f"  {'roster.csv':15} who takes part: fill it in")
    print(f"  {'README.md':15} how to give the class its repository")
    print(f"  {STUDENT + '/':15} that repository: nothing hidden is in it")
    print(f"Next: read {folder / 'README.md'}")
    return 0


def publish(out: Path, topics: Sequence[str], catalog: Path | None) -> int:
    """Writes a student edition, and says what it left out. In a class's folder, its topics and its catalog."""
    room = Path.cwd()
    decided = plan.read(room) if plan.is_here(room) else None
    found = decided.load(room) if decided is not None and catalog is None else catalogs.load(catalog)
    published, digest = edition.publish(found, topics or (list(decided.topics) if decided else []), out)
    for line in _said(published):
        print(line)
    print(f"{out} is the student edition of {counted(len(published), 'topic')}, from catalog {digest[:12]}.")
    return 0


def _said(published: Sequence[Topic]) -> list[str]:
    widest = max(len(one.topic) for one in published)
    return [
        f"{one.topic:{widest}}  {one.public} of {counted(one.tests, 'test')} are public; left out: "
        + ", ".join((counted(one.tests - one.public, "test"), *one.left_out))
        for one in published
    ]


def status(catalog: Path | None) -> int:
    """Says whether the class's plan, its catalog and the students' edition agree. Raises UsageError where not."""
    room = Path.cwd()
    decided = plan.read(room)
    found = catalogs.load(catalog) if catalog else decided.load(room)
    student = room / STUDENT / CATALOG
    _agree(found, decided, student)
    print(f"{decided.name}: {counted(len(decided.topics), 'topic')}, as in the catalog {found.folder}")
    for topic, one in decided.topics.items():
        due = one.due.isoformat(sep=" ", timespec="minutes") if one.due else "no date"
        print(f"  {topic:20} {counted(one.points, 'point'):>11}   due {due}")
    print(f"{student} is the edition of it. Students check with: {CHECK}")
    return 0


def _agree(found: Catalog, decided: plan.Plan, student: Path) -> None:
    again = f"grader class publish {STUDENT}/{CATALOG}"
    if not (student / EDITION).is_file():
        raise UsageError(f"{student} is no student edition: {again} makes it")
    there: Published | None = catalogs.load(student).edition
    if there is None or there.catalog != found.digest(list(decided.topics)):
        raise UsageError(f"{student} is the edition of another state of the catalog: {again} makes it anew")
    _whole(student)


def _whole(student: Path) -> None:
    """Raises UsageError where a file of the edition is not as it was published."""
    for one in catalogs.load(student).broken:
        raise UsageError(one.problem)


def _need_jinja() -> None:
    try:
        import jinja2  # noqa: F401
    except ImportError:
        raise UsageError("a class needs one more package: python -m pip install jinja2") from None
