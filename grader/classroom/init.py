"""`grader class init`: the folder of a class, and in it the repository that its students get."""

import datetime
import os
import secrets
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from grader import __version__, workspace
from grader.catalog import Broken, Catalog, Exercise
from grader.classroom import edition, plan
from grader.classroom.plan import Late, Plan
from grader.errors import ExerciseError, GraderError, UsageError

CATALOG = "catalog"  # the edition's folder, as students type it
STUDENT = "student"
ROSTER = "student,name,email,github,github_id,section\n"
DISTRIBUTION = "exercise-grader-core"
WITH_EXERCISES = "exercise-grader"
CHECK = f"grader check --catalog {CATALOG}"
TEMPLATES = Path(__file__).parent / "templates"
WHEELS = "wheels"
IGNORED = "__pycache__/\n.venv/\n.grader/*\n!.grader/started/\n"
# What leaves the teacher's disk for a repository of theirs: no name, and nothing to find one by.
IGNORED_HERE = "roster.csv\nsecret\nforks/\nstudent/\nexports/\nfeedback/\nsimilar/\n*.html\n*.jsonl\n.venv/\n"
SEED_BITS = 63
HEAD = """\
# The class, as its teacher has decided. Keep this file to yourself: with the seed somebody could work out the examples.
# Dates have a zone. Which submission counts: latest, best, or latest-on-time. After the grace, each day that is late
# takes one of the student's late days, and then costs its penalty; with after = "refuse" it does not count.
"""


def init(room: Path, catalog: Catalog, named: Path | None, topics: Sequence[str], wheel: Path | None) -> list[Path]:
    """Makes the folder `room` of a class with these topics; `named` is where its catalog lies, None for the installed
    one, and `wheel` a file that students install the grader from.

    Returns what lies in it. Raises UsageError where something is there already or the topics can't be taken,
    ExerciseError where one can't be published; nothing is left behind then.
    """
    exercises = _exercises(catalog, topics)
    if os.path.lexists(room):
        raise UsageError(f"{room} is there already: name a new folder; nothing was changed")
    if wheel is not None and not (wheel.is_file() and wheel.suffix == ".whl"):
        raise UsageError(f"{wheel} is no wheel; nothing was changed")
    try:
        room.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".class-", dir=room.parent))
    except OSError as error:
        raise GraderError(f"{room} can't be made: {error.strerror}; nothing was changed") from error
    try:
        _fill(stage / room.name, room, catalog, named, exercises, wheel)
        (stage / room.name).rename(room)
    except OSError as error:
        raise GraderError(f"{room} can't be made: {error.strerror}; nothing was changed") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return sorted(path for path in room.rglob("*") if path.is_file())


def _exercises(catalog: Catalog, topics: Sequence[str]) -> list[Exercise]:
    found: list[Exercise] = []
    for topic in topics:
        one = catalog.find(topic)
        if isinstance(one, Broken):
            raise ExerciseError(one.problem)
        if one in found:
            raise UsageError(f"{one.topic} is named twice; nothing was changed")
        found.append(one)
    return found


def _fill(
    stage: Path,
    room: Path,
    catalog: Catalog,
    named: Path | None,
    exercises: Sequence[Exercise],
    wheel: Path | None,
) -> None:
    student = stage / STUDENT
    student.mkdir(parents=True)
    names = [one.topic for one in exercises]
    published, digest = edition.publish(catalog, names, student / CATALOG)
    decided = _plan(room, named, exercises, digest)
    wheel_here = wheel is not None and named is not None
    said = {
        "name": decided.name,
        "slug": "".join(sign if sign.isalnum() else "-" for sign in decided.name.lower()).strip("-") or "class",
        "topics": [_row(one, decided) for one in exercises],
        "dated": any(one.due for one in decided.topics.values()),
        "install": _install(DISTRIBUTION, wheel is not None),
        # A catalog of their own lies beside the gradebook, and else in the distribution.
        "install_here": _install(WITH_EXERCISES if named is None else DISTRIBUTION, wheel_here),
        "own_catalog": None if named is None else named.name,
        "check": CHECK,
        "public": sum(one.public for one in published),
        "tests": sum(one.tests for one in published),
        "distribution": DISTRIBUTION,
    }
    texts = {
        stage / plan.FILE: HEAD + tomli_w.dumps(_written(decided)),
        stage / "roster.csv": ROSTER,
        stage / "README.md": _rendered("teacher.md", said),
        stage / ".gitignore": IGNORED_HERE,
        stage / ".github" / "workflows" / "grade.yml": _rendered("cohort.yml", said),
        student / "README.md": _rendered("student.md", said),
        student / ".gitignore": IGNORED,
        student / ".gitlab-ci.yml": _rendered("gitlab-ci.yml", said),
        student / ".github" / "workflows" / "grade.yml": _rendered("grade.yml", said),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    if wheel is not None:
        for place in (student, stage) if wheel_here else (student,):
            (place / WHEELS).mkdir()
            shutil.copy(wheel, place / WHEELS / wheel.name)
    _start(student, names)


def _start(student: Path, topics: Sequence[str]) -> None:
    """The students' workspace, with each topic started from the edition."""
    from grader.catalog import load

    found = workspace.make(student, CATALOG, solution=False)
    edition_there = load(student / CATALOG)
    for topic in topics:
        found.start(edition_there.get(topic))


def _plan(room: Path, named: Path | None, exercises: Sequence[Exercise], digest: str) -> Plan:
    """A proposal: what each exercise has of points, and one topic due a week, at the end of the day here."""
    end = datetime.datetime.now().astimezone().replace(hour=23, minute=59, second=0, microsecond=0)
    topics = {
        one.topic: plan.Topic(one.manifest.points, end + datetime.timedelta(weeks=number))
        for number, one in enumerate(exercises, 1)
    }
    folder = None if named is None else Path(os.path.relpath(named.resolve(), room.resolve())).as_posix()
    return Plan(room.name, secrets.randbits(SEED_BITS), digest, topics, catalog=folder)


def _written(decided: Plan) -> dict[str, Any]:
    said = {key: value for key, value in msgspec.structs.asdict(decided).items() if value is not None}
    said |= {"topics": {topic: msgspec.structs.asdict(one) for topic, one in decided.topics.items()}}
    return {**said, "late": msgspec.to_builtins(Late())}


def _row(exercise: Exercise, decided: Plan) -> dict[str, Any]:
    due = decided.topics[exercise.topic].due
    return {
        "topic": exercise.topic,
        "title": exercise.manifest.title,
        "points": decided.topics[exercise.topic].points,
        "due": due.strftime("%Y-%m-%d %H:%M UTC%z") if due else "",
    }


def _install(distribution: str, wheel: bool) -> str:
    """How the grader is installed: one pinned line."""
    where = f"--find-links {WHEELS} " if wheel else ""
    return f'python -m pip install --quiet {where}"{distribution}=={__version__}"'


def _rendered(name: str, said: Mapping[str, Any]) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    in_yaml = name.endswith(".yml")  # whose own expressions stand in braces
    room = Environment(  # no page: what is written is Markdown and YAML
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        variable_start_string="[[" if in_yaml else "{{",
        variable_end_string="]]" if in_yaml else "}}",
    )
    return room.get_template(name).render(said)
