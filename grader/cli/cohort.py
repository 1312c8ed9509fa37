"""`grader cohort`: what a class handed in, judged from the teacher's side, and what it counts."""

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.options import Commands
from grader.levels import Level

app = Commands()

Student = Annotated[
    str, typer.Argument(metavar="STUDENT", show_default=False, help="A pseudonym, a key, an account or an address.")
]
Author = Annotated[str, typer.Option("--author", metavar="NAME", help="Who decides; else the name of the login.")]


@app.command()
def roster(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="A list of students or accounts.")],
    confirm: Annotated[
        list[str] | None, typer.Option("--confirm", metavar="ACCOUNT=STUDENT", help="Say who somebody in the list is.")
    ] = None,
) -> None:
    """Take a list of students or accounts into roster.csv, and say who is unmatched on either side."""
    from grader.cohort import commands_people

    raise typer.Exit(commands_people.enrol(file, confirm or []))


@app.command()
def sync(
    only: Annotated[list[str] | None, typer.Option("--only", metavar="STUDENT", help="Look at this one alone.")] = None,
    ref: Annotated[str | None, typer.Option("--ref", metavar="NAME", help="The branch or tag that counts.")] = None,
    times: Annotated[
        Path | None, typer.Option("--times", metavar="FILE", help="When commits were pushed, as a server says.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--folder", metavar="DIR", help="Take files of this folder, and look at no fork.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, max=64, help="So many forks at a time.")] = 12,
) -> None:
    """Look at each student's repository, and take in what is new."""
    from grader.cohort import commands_sync

    raise typer.Exit(commands_sync.sync(only or [], ref, times, folder, jobs))


@app.command()
def grade(
    topic: Annotated[list[str] | None, typer.Option("--topic", metavar="TOPIC", help="Only this topic.")] = None,
    student: Annotated[list[str] | None, typer.Option("--student", metavar="STUDENT", help="Only this one.")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, max=256, help="So many judges.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Judge every submission, and not only what may count.")] = False,
    require_isolation: Annotated[
        Level | None,
        typer.Option("--require-isolation", metavar="LEVEL", help="Only if sealed, partial, split-only."),
    ] = None,
    shard: Annotated[str | None, typer.Option("--shard", metavar="I/N", help="Only this part of the work.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where a shard's judgements go.")] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="By workers of the Dask scheduler there.")
    ] = None,
) -> None:
    """Judge whatever has no judgement yet, with all tests and the class's own seed."""
    from grader.cohort import commands

    raise typer.Exit(commands.grade(topic or [], student or [], jobs, all, require_isolation, shard, out, dask))


@app.command()
def merge(files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)]) -> None:
    """Take the judgements of shards into the gradebook, in any order and as often as you like."""
    from grader.cohort import commands

    raise typer.Exit(commands.merge(files))


@app.command()
def status() -> None:
    """Say who has not begun, is late or unmatched, what was not judged, and what to do next."""
    from grader.cohort import commands

    raise typer.Exit(commands.stand())


@app.command()
def decide(
    student: Student,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            show_default=False,
            help="override, excuse, withhold, extend, late-days, comment, or withdraw an earlier one.",
        ),
    ],
    value: Annotated[
        str, typer.Argument(metavar="[VALUE]", show_default=False, help="27.5, 48 h, 2026-12-16T12:00+01:00, 2 …")
    ] = "",
    topic: Annotated[str, typer.Option("--topic", metavar="TOPIC", help="The topic; without it all of them.")] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept.")] = "",
    author: Author = "",
) -> None:
    """Decide something about a student's grade. It is added, with a reason, and never changed."""
    from grader.cohort import commands_marks

    raise typer.Exit(commands_marks.decide(student, kind, topic, value, reason, author))


@app.command()
def explain(
    student: Student,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", show_default=False)],
    grading: Annotated[
        str, typer.Option("--grading", metavar="N", help="By this grading; else as released, or by the newest.")
    ] = "",
) -> None:
    """Show the whole sum that a grade is, with where each part comes from."""
    from grader.cohort import commands_marks

    raise typer.Exit(commands_marks.why(student, topic, grading))


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="[A]", help="A grading's number, or what is released.")] = "released",
    after: Annotated[str, typer.Argument(metavar="[B]", show_default=False, help="Else the newest.")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="As a table, with everybody.")] = False,
) -> None:
    """Say who moves from one grading to another, by how much, and by which tests."""
    from grader.cohort import commands_marks

    raise typer.Exit(commands_marks.compare(before, after, csv))


@app.command()
def release(
    grading: Annotated[str, typer.Argument(metavar="[GRADING]", show_default=False, help="Else the newest.")] = "",
    never_lower: Annotated[bool, typer.Option("--never-lower", help="Nobody gets less than was released.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
    author: Author = "",
) -> None:
    """Make a grading the one that counts, as it stands now."""
    from grader.cohort import commands_marks

    raise typer.Exit(commands_marks.release(grading, never_lower, yes, author))


@app.command()
def forget(
    student: Student, yes: Annotated[bool, typer.Option("--yes", help="Lose all that is kept of them.")] = False
) -> None:
    """Forget a student: their row in the roster, their fork, what they handed in, and how it was judged."""
    from grader.cohort import commands_people

    raise typer.Exit(commands_people.forget(student, yes))


Names = Annotated[bool, typer.Option("--names", help="Write names in the place of pseudonyms.")]


@app.command()
def report(
    out: Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="The page, such as report.html.")],
    names: Names = False,
) -> None:
    """Write a page about the newest grading: who needs a look, what to explain again, which tests may be wrong."""
    from grader.cohort import commands_report

    raise typer.Exit(commands_report.report(out, names))


@app.command()
def similar(
    out: Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="A folder for the pages.")],
    topics: Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]...", show_default=False)] = None,
    other_year: Annotated[
        list[Path] | None, typer.Option("--other-year", metavar="DIR", help="Compare with what lies there, too.")
    ] = None,
    names: Names = False,
) -> None:
    """Show attempts that are more alike than the class is, side by side."""
    from grader.cohort import commands_report

    raise typer.Exit(commands_report.compare(out, topics or [], other_year or [], names))


@app.command()
def feedback(
    out: Annotated[Path, typer.Argument(metavar="OUT", show_default=False, help="A folder for the texts.")],
    everything: Annotated[bool, typer.Option("--everything", help="Say what hidden tests have found.")] = False,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="STUDENT", help="For this one alone.")] = None,
    post: Annotated[bool, typer.Option("--post", help="Post it as issues of the students' repositories, too.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Post even where everybody can read it.")] = False,
) -> None:
    """Write what each student gets to read about what is released."""
    from grader.cohort import commands_report

    raise typer.Exit(commands_report.feedback(out, everything, post, public, only or []))


@app.command()
def export(
    name: Annotated[
        str,
        typer.Argument(metavar="FORMAT", show_default=False, help="For whom, such as canvas."),
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", show_default=False, help="The worksheet to fill in.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the files.")] = Path("exports"),
    topic: Annotated[list[str] | None, typer.Option("--topic", metavar="TOPIC", help="Only this topic.")] = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="TOPIC=NAME", help="What its column is called there.")
    ] = None,
) -> None:
    """Write released grades for others: csv, canvas, moodle, moodle-worksheet, gradescope, classroom50."""
    from grader.cohort import commands_export

    raise typer.Exit(commands_export.export(name, file, out, topic or [], column or []))
