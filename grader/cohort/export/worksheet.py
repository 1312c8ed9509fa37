"""A grading worksheet of Moodle's, as it was downloaded, with grades filled in and nothing else changed.

An empty cell of feedback would erase the comment that is there, so feedback stays as it was; and so does every row for
which there is no grade.
"""

from collections.abc import Mapping
from fractions import Fraction

from grader.cohort import tables
from grader.cohort.export.rows import Asked, Export, rows
from grader.cohort.export.rows import Row as Student
from grader.cohort.grades import Grade, rounded
from grader.cohort.roster import Roster
from grader.cohort.tables import Row, Table
from grader.errors import UsageError

GRADE, IDENTIFIER, MOST = "Grade", "Identifier", "Maximum Grade"
# By what a row is found: its column, and ours.
FINDS = (("ID number", "sis_id"), ("ID number", "student"), ("Username", "login"), ("Email address", "email"))


def export(people: Roster, view: Mapping[tuple[str, str], Grade], asked: Asked, sheet: Table) -> Export:
    """Fills in the worksheet of one topic. Raises UsageError where it can't be one of that topic."""
    if len(asked.topics) != 1:
        raise UsageError("a worksheet is for one assignment: say for which topic, with --topic")
    (topic,) = asked.topics
    column = asked.titles.get(topic, GRADE)
    for needed in (column, IDENTIFIER) if column == GRADE else (column,):
        if needed not in sheet.columns:
            raise UsageError(
                f"{sheet.path} has no column {needed}: download it with the language set to English, or name "
                f"the column with --column {topic}=NAME"
            )
    made, done = Export(), []
    known = {row.student: row for row in rows(people, view, asked, made)}
    met: dict[str, int] = {}
    for row in sheet.rows:
        who = _who(people, row)
        if who is not None and met.setdefault(who, row.line) != row.line:
            raise UsageError(f"{sheet.path}, line {row.line} is the student of line {met[who]}; nothing was written")
        done.append(_filled(sheet, row, column, asked.plan.topics[topic].points, known.get(who or ""), topic, made))
    made.left_out += [f"{who}: not in the worksheet" for who in known if who not in met]
    cells = [[row[column] for column in sheet.columns] for row in done]
    made.files["worksheet.csv"] = tables.written(sheet.columns, cells, sheet.separator, sheet.marked, guard=False)
    made.rows["worksheet.csv"] = sum(who in met and topic in one.grades for who, one in known.items())
    made.notes.append("tick 'Allow updating records that have been modified more recently', or rows may be passed over")
    return made


def _who(people: Roster, row: Row) -> str | None:
    """Whose row that is: by number, by name of login or by address, and never by name."""
    for column, key in FINDS:
        said = row.get(column)
        if said and (who := people.who(key, said)):
            return who
    return None


def _filled(
    sheet: Table, row: Row, column: str, of: int, student: Student | None, topic: str, made: Export
) -> dict[str, str]:
    most = row.get(MOST)
    if most and Fraction(most.replace(",", ".")) != of:
        raise UsageError(
            f"{sheet.path}, line {row.line}: at most {most} points there, and {of} here: let both be the same; "
            "nothing was written"
        )
    if student is None:
        made.left_out.append(f"line {row.line}: nobody in the roster")
        return row.cells
    grade = student.grades.get(topic)
    if grade is None or grade.points is None:
        return row.cells
    return {**row.cells, column: rounded(grade.points)}
