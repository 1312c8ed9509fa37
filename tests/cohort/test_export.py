"""Exports, read by importers with the other side's rules: every grade arrives where it belongs, and none is lost."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.classroom.plan import Plan, Topic
from grader.cohort import commands_export, tables
from grader.cohort.export import canvas, classroom50, gradescope, moodle, plain, worksheet
from grader.cohort.export.rows import Asked
from grader.cohort.grades import Grade, State
from grader.cohort.room import Room
from grader.cohort.roster import Person, Roster
from grader.cohort.rows import Judgement, Key, Submission
from grader.errors import UsageError
from grader.verdicts import AttemptResult, TestResult
from tests.cohort import importers
from tests.cohort.importers import Canvas, Moodle, Worksheet

DUE = datetime(2026, 12, 14, 22, 59, tzinfo=UTC)
PLAN = Plan("cs101", 7, "0" * 64, {"tiny": Topic(30, DUE), "second": Topic(10)})
AWKWARD = ("=HYPERLINK(1)", "O'Brien, Ann", "Zoë (30)", "@home", "-", "+49", 'Quo"te', "Two\nlines", "\tTab", "Ö")
PEOPLE = Roster(
    {
        f"s-{number}": Person(
            f"{1000 + number}",
            name,
            f"p{number}@example.org",
            canvas_id=str(500 + number),
            sis_id=f"{1000 + number}",
            login=str(501 + number),  # a number, which is somebody else's id
        )
        for number, name in enumerate(AWKWARD)
    }
)
VIEW = {
    (who, topic): Grade(
        who, topic, PLAN.topics[topic].points, "graded", Fraction(PLAN.topics[topic].points, number + 1)
    )
    for number, who in enumerate(PEOPLE.people)
    for topic in PLAN.topics
}


def asked(*topics: str, **titles: str) -> Asked:
    return Asked(PLAN, topics or list(PLAN.topics), titles)


def without(*missing: tuple[str, str, State]) -> dict[tuple[str, str], Grade]:
    gone = {(who, topic): Grade(who, topic, 30, state) for who, topic, state in missing}
    return {**VIEW, **gone}


def at_canvas() -> Canvas:
    students = {one.canvas_id: (one.sis_id, one.login) for _, one in PEOPLE}
    return Canvas(students, {30: "Other", 31: "tiny", 32: "second"})


def test_canvas_gets_every_grade_and_makes_no_assignment() -> None:
    site = at_canvas()
    made = canvas.export(PEOPLE, VIEW, asked())
    for data in made.files.values():
        site.take(data)
    assert site.made == []
    assert made.left_out == []
    assert {key: float(cell) for key, cell in site.grades.items()} == {
        (PEOPLE.people[who].canvas_id, topic): pytest.approx(float(one.points or 0), abs=0.005)
        for (who, topic), one in VIEW.items()
    }


def test_canvas_never_gets_an_empty_cell_which_could_erase_a_grade() -> None:
    site = at_canvas()
    site.grades = {("501", "tiny"): "17", ("502", "second"): "3"}
    made = canvas.export(PEOPLE, without(("s-1", "tiny", "withheld"), ("s-2", "second", "excused")), asked())
    assert len(made.files) == 3
    for data in made.files.values():
        site.take(data)
    assert (site.grades["501", "tiny"], site.grades["502", "second"]) == ("17", "3")
    assert made.left_out == ["s-1 tiny: withheld", "s-2 second: excused"]
    assert all(site.grades.values())


@pytest.mark.parametrize("title", ["Decorators (30)", " ", "ID", "Final Score", "Student", "second"])
def test_a_title_that_canvas_reads_otherwise_is_refused(title: str) -> None:
    with pytest.raises(UsageError, match="--column"):
        canvas.export(PEOPLE, VIEW, asked(tiny=title))


def test_who_canvas_can_not_find_is_left_out_and_said() -> None:
    people = Roster({"s-0": Person("x", "Nobody"), **dict(list(PEOPLE)[1:])})
    view = {**VIEW, ("s-77", "tiny"): Grade("s-77", "tiny", 30, "graded", Fraction(1))}
    made = canvas.export(people, view, asked())
    assert made.left_out == [
        "s-77: not in the roster",
        "s-0: the roster has no canvas_id, sis_id or login for Canvas to find them by",
    ]
    assert made.rows == {"canvas.csv": len(AWKWARD) - 1}


def at_moodle() -> Moodle:
    return Moodle({one.email: number for number, (_, one) in enumerate(PEOPLE)})


def test_moodle_gets_every_grade_with_its_feedback() -> None:
    site = at_moodle()
    for data in moodle.export(PEOPLE, VIEW, asked()).files.values():
        site.take(data)
    assert site.grades[1, "tiny"] == 15
    assert site.comments[1, "tiny"] == "15 of 30"
    assert len(site.grades) == len(VIEW)


def test_moodle_never_gets_a_row_that_it_would_put_on_somebody_else_or_abort_at() -> None:
    people = Roster({**PEOPLE.people, "s-1": Person("1001", "No address")})
    site = at_moodle()
    site.grades = {(1, "tiny"): 7.0, (2, "tiny"): 8.0}
    made = moodle.export(people, without(("s-2", "tiny", "withheld")), asked())
    for data in made.files.values():
        site.take(data)
    assert (site.grades[1, "tiny"], site.grades[2, "tiny"]) == (7, 8)
    assert "s-1: the roster has no email for Moodle to find them by" in made.left_out


def test_more_points_than_moodle_takes_are_refused() -> None:
    plan = Plan("cs101", 7, "0" * 64, {"tiny": Topic(101)})
    with pytest.raises(UsageError, match="more than 100"):
        moodle.export(PEOPLE, {}, Asked(plan, ["tiny"], {}))


SHEET_HEAD = "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (grade),Feedback comments"


def sheet(tmp_path: Path, rows: Sequence[str], head: str = SHEET_HEAD) -> tables.Table:
    path = tmp_path / "sheet.csv"
    path.write_text("\ufeff" + "\n".join([head, *rows]) + "\n", "utf-8")
    return tables.read(path, guarded=False)


ROWS = [
    'Participant 90,"=Ann",p1@example.org,Submitted,,30.00,-,"- see me, ""please"""',
    "Participant 91,Zoë,P2@example.org,Submitted,11.00,30.00,-,",
    "Participant 92,Nobody,else@example.org,Submitted,12.00,30.00,-,kept",
    "Participant 93,Held,p3@example.org,Submitted,13.00,30.00,-,kept",
]


def test_a_worksheet_has_its_grades_filled_in_and_nothing_else_changed(tmp_path: Path) -> None:
    table = sheet(tmp_path, ROWS)
    site = Worksheet(30, {90: -1, 91: 11, 92: 12, 93: 13}, {90: '- see me, "please"', 91: "", 92: "kept", 93: "kept"})
    before = dict(site.comments)
    made = worksheet.export(PEOPLE, without(("s-3", "tiny", "withheld")), asked("tiny"), table)
    data = made.files["worksheet.csv"]
    site.take(data)
    assert site.grades == {90: 15, 91: 10, 92: 12, 93: 13}
    assert site.comments == before
    assert data.startswith(b"\xef\xbb\xbf")
    assert "line 4: nobody in the roster" in made.left_out
    assert "s-3 tiny: withheld" in made.left_out
    assert made.rows == {"worksheet.csv": 2}


@pytest.mark.parametrize(
    ("rows", "head", "said"),
    [
        (ROWS[:1], SHEET_HEAD.replace("Grade,M", "Bewertung,M"), "has no column Grade"),
        ([ROWS[0].replace("30.00", "100.00")], SHEET_HEAD, "at most 100.00 points there, and 30 here"),
        ([ROWS[0], ROWS[0]], SHEET_HEAD, "is the student of line 2"),
    ],
)
def test_a_worksheet_of_something_else_is_refused(tmp_path: Path, rows: list[str], head: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        worksheet.export(PEOPLE, VIEW, asked("tiny"), sheet(tmp_path, rows, head))


def test_the_own_table_has_everything_exactly_and_no_name() -> None:
    made = plain.export(PEOPLE, VIEW, asked(), {"s-2": "https://example.org/2"})
    rows = {
        (row["student"], row["topic"]): row for row in csv.DictReader(io.StringIO(made.files["grades.csv"].decode()))
    }
    assert rows["s-6", "second"]["exact"] == "10/7"
    assert rows["s-6", "second"]["points"] == "1.43"
    assert rows["s-2", "tiny"]["repository"] == "https://example.org/2"
    assert b"Brien" not in made.files["grades.csv"]


@settings(deadline=None)
@given(cell=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8))
def test_no_cell_is_a_formula_and_each_comes_back(cell: str) -> None:
    assert tables.plain(tables.guarded(cell)) == tables.plain(cell)
    (row,) = list(csv.reader(io.StringIO(tables.written(["x", "y"], [[cell, "1"]]).decode(), newline="")))[1:]
    assert not row[0].startswith(("=", "@", "\t")) or row[0].isdecimal()


def test_nothing_is_exported_before_it_counts(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here.folder)
    with pytest.raises(UsageError, match="nothing counts yet"):
        commands_export.export("csv", None, Path("exports"), [], [])
    with pytest.raises(UsageError, match="is no format"):
        commands_export.export("xlsx", None, Path("exports"), [], [])
    with pytest.raises(UsageError, match="takes the FILE"):
        commands_export.export("canvas", Path("x"), Path("exports"), [], [])
    assert not (here.folder / "exports").exists()


JUDGED = AttemptResult(
    "tiny",
    1,
    "x",
    (
        TestResult("T::a", "a", "T", "a | claim\nof two lines", "passed", "4/3"),
        TestResult("T::b", "b", "T", "b", "failed", "5/3"),
        TestResult("T::c", "c", "T", "c", "passed", "1", public=True),
    ),
)
JUDGEMENT = Judgement(Key("tiny", "a" * 64, "b", 7, "v", "any"), "7/3", "4", "sealed", b"", judged_at=DUE)
COUNTED = Grade(
    "s-0", "tiny", 30, "graded", Fraction(35, 2), Fraction(7, 12), Submission("s-0", "tiny", "c" * 40), JUDGEMENT
)
LATE = msgspec.structs.replace(COUNTED, student="s-1", points=Fraction(63, 4), late_s=9.0)
HELD = Grade("s-2", "tiny", 30, "withheld")
NONE = Grade("s-3", "tiny", 30, "nothing", Fraction(0))
GRADES = {(one.student, one.topic): one for one in (COUNTED, LATE, HELD, NONE)}
FOUR = Roster(
    {
        who: msgspec.structs.replace(one, github=f"octo-{who[2:]}")
        for who, one in PEOPLE
        if who in ("s-0", "s-1", "s-2", "s-3")
    }
)


def test_gradescope_shows_the_points_that_count() -> None:
    made = gradescope.export(FOUR, GRADES, asked("tiny"), lambda key: JUDGED)
    files = {name: data for name, data in made.files.items() if name.endswith(".json")}
    found = {name: importers.gradescope(data) for name, data in files.items()}
    assert found == {
        "tiny/s-0.json": pytest.approx(17.5),
        "tiny/s-1.json": 15.75,
        "tiny/s-3.json": 0,
    }
    assert b'"score": 15.75' in files["tiny/s-1.json"]
    assert json.loads(files["tiny/s-0.json"]).keys().isdisjoint({"score"}), "it would win over the tests"
    assert made.left_out == ["s-2 tiny: withheld"]
    assert b"p1@example.org,1001,tiny,tiny/s-1.json" in made.files["students.csv"]


def test_classroom50_gets_whole_points_and_no_entry_without_tests() -> None:
    made = classroom50.export(FOUR, GRADES, asked("tiny"), lambda key: JUDGED, {"s-0": "https://h/x.git"}, DUE)
    found = importers.classroom50(made.files["scores.json"])
    assert found == {("tiny", "octo-0"): (35, 60, False), ("tiny", "octo-1"): (63, 120, True)}
    assert made.left_out == [
        "s-2 tiny: withheld",
        "s-3 tiny: no judged submission, and it takes no other",
    ]
    assert f"https://h/x/commit/{'c' * 40}" in made.files["scores.json"].decode()
