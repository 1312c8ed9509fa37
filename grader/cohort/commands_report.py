"""What `grader cohort report`, `feedback` and `similar` do, in the words of who typed them."""

from collections.abc import Sequence
from pathlib import Path

from grader import __version__
from grader.cohort import commands_post, grades, room, roster, similar, tables
from grader.cohort import feedback as feedbacks
from grader.cohort import post as posting
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.report import alike, page, reading
from grader.cohort.report.entries import About
from grader.cohort.room import Room
from grader.cohort.rows import Grading
from grader.cohort.similar import Found, Work
from grader.errors import UsageError
from grader.files import MAX_ATTEMPT, write_bytes, write_text
from grader.formats import markdown
from grader.formats.text import counted


def report(out: Path, names: bool) -> int:
    """Writes the report of the newest grading."""
    _need_jinja()
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        by = reading.newest(book)
        text = page.rendered(_about(here, book, by, names), reading.topics(here, book, by))
    write_text(out, text)
    print(f"{out} is the report of {here.plan.name}, by grading {by.id}.")
    print("It has the students' names: keep it to yourself." if names else "It knows students by pseudonyms alone.")
    return 0


def _about(here: Room, book: Gradebook, by: Grading, names: bool) -> About:
    people = roster.read(here)
    sources = reading.sources(grades.read(book))
    rows = {
        "grading": f"{by.id}, of {by.made_at:%Y-%m-%d %H:%M UTC}",
        "grader": by.grader if by.grader == __version__ else f"{by.grader} (this page: {__version__})",
        "examples": "drawn by the class's own seed" if by.seed else "the public ones",
        "isolation that was asked for": by.isolation,
        "when commits came, as told by": ", ".join(f"{who} ({number:,})" for who, number in sources.items())
        or "nobody",
        "which submission counts": here.plan.count,
    }
    labels = {who: person.name or person.student for who, person in people} if names else {}
    return About(here.plan.name, now(), here.plan.pass_mark, rows, labels)


def compare(out: Path, topics: Sequence[str], archives: Sequence[Path], names: bool) -> int:
    """Writes a page for each topic on which attempts are more alike than the class is, and a table of all pairs."""
    _need_jinja()
    here = room.enter()
    for topic in topics:
        if topic not in here.plan.topics:
            raise UsageError(f"{topic!r} is no topic of this class: it has {', '.join(here.plan.topics)}")
    people = roster.read(here) if names else ()
    labels = {who: person.name or person.student for who, person in people}
    rows: list[Sequence[str]] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out} can't be made: {error.strerror}; nothing was written") from error
    with Gradebook(here.gradebook) as book:
        for topic in topics or here.plan.topics:
            found = _found(here, book, topic, archives)
            rows += alike.rows(topic, found, labels)
            write_text(
                out / f"{topic}.html", page.render("alike.html", **alike.said(here.plan.name, topic, found, labels))
            )
            print(f"{topic:20} {counted(found.works, 'different attempt')}: {_said(found)}")
    write_bytes(out / "similar.csv", tables.written(alike.COLUMNS, rows))
    print(f"Look at the pages in {out}, at both files side by side: what is alike may well be honest.")
    return 0


def _said(found: Found) -> str:
    if not found.pairs and not found.same:
        return "none more alike than usual"
    return f"{counted(len(found.same), 'file')} of several, {counted(len(found.pairs), 'pair')} to look at"


def _found(here: Room, book: Gradebook, topic: str, archives: Sequence[Path]) -> Found:
    """What each student handed in last is compared with each other's, with other years and with the reference."""
    exercise = here.catalog.get(topic)
    last = {one.student: one.attempt for one in book.submissions(topic=topic) if one.attempt}
    sources = ((student, book.source(attempt)) for student, attempt in last.items())
    works = [Work((student,), source) for student, source in sources if source is not None]
    works.append(Work(("the reference solution",), exercise.reference.read_bytes(), "the exercise"))
    for folder in archives:
        works += _archive(folder, exercise.topic, exercise.stub.name)
    return similar.find(works, [exercise.stub.read_bytes()])


def _archive(folder: Path, topic: str, name: str) -> list[Work]:
    """What another year has of a topic: files of its name, or in a folder that is called like it."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; nothing was written")
    found = []
    for path in sorted(folder.rglob("*.py")):
        belongs = path.name == name or topic in path.relative_to(folder).parts[:-1]
        if belongs and path.is_file() and not path.is_symlink() and path.stat().st_size <= MAX_ATTEMPT:
            found.append(Work((path.relative_to(folder).as_posix(),), path.read_bytes(), folder.name))
    return found


def feedback(out: Path, everything: bool, post: bool = False, public: bool = False, only: Sequence[str] = ()) -> int:
    """Writes what each student gets to read, in a folder for each, and posts it where that is wanted."""
    here = room.enter()
    people = roster.read(here) if only else None
    wanted = {people.find(one) for one in only} if people else None
    size = posting.LARGEST if post else markdown.LARGEST
    texts = []
    with Gradebook(here.gradebook) as book:
        for one in feedbacks.make(here, book, everything, size):
            if wanted is not None and one.student not in wanted:
                continue
            folder = out / one.student
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise UsageError(f"{folder} can't be made: {error.strerror}") from error
            write_text(folder / f"{one.topic}.md", one.text)
            write_bytes(folder / f"{one.topic}.json", one.data)
            texts.append(one)
        print(f"{out} has {counted(len(texts), 'text')}, in a folder for each student.")
        if not everything:
            print("Hidden tests are named with their claims, and not with what they found: --everything adds that.")
        return commands_post.send(here, book, texts, public) if post else 0


def _need_jinja() -> None:
    try:
        import jinja2  # noqa: F401
    except ImportError:
        raise UsageError("this needs one more package: python -m pip install jinja2") from None
