"""The shapes of lists that other systems write, and the students in them."""

from collections.abc import Callable

import msgspec

from grader.cohort.roster import COLUMNS, Person, person
from grader.cohort.tables import Row, Table
from grader.errors import UsageError


class Shape(msgspec.Struct, frozen=True):
    """A list of a known kind: which columns tell it from others, and who is in a row of it (None: nobody)."""

    name: str
    columns: frozenset[str]
    person: Callable[[Row], Person | None]
    students: bool  # whether it says who takes part, or only which accounts there are


def _name(row: Row, first: str = "First name", last: str = "Last name") -> str:
    """Given and family name, as one."""
    return " ".join(part for part in (row.get(first), row.get(last)) if part)


def _classroom50(row: Row) -> Person | None:
    if row.get("role").casefold() not in ("", "student"):
        return None
    account = row.get("username")
    return Person(
        "",
        _name(row, "first_name", "last_name"),
        row.get("email"),
        account,
        row.get("github_id"),
        row.get("section"),
    )


def _github_classroom(row: Row) -> Person | None:
    key = row.get("identifier")
    email = key if "@" in key else ""
    return Person(key, row.get("name"), email, row.get("github_username"), row.get("github_id"))


def _canvas(row: Row) -> Person | None:
    """Below the header Canvas has the points, and at the end a student for tests."""
    name = row.get("Student")
    if name.casefold() in ("points possible", "student, test") or not row.get("ID", "SIS User ID", "SIS Login ID"):
        return None
    login, family = row.get("SIS Login ID"), name.partition(", ")
    return Person(
        row.get("SIS User ID", "SIS Login ID", "ID"),
        f"{family[2]} {family[0]}" if family[2] else name,
        login if "@" in login else "",
        section=row.get("Section"),
        canvas_id=row.get("ID"),
        sis_id=row.get("SIS User ID"),
        login=login,
    )


def _moodle(row: Row) -> Person | None:
    name = row.get("Full name") or _name(row) or _name(row, "First name", "Surname")
    email = row.get("Email address")
    return Person(
        row.get("ID number", "Username") or email,
        name,
        email,
        sis_id=row.get("ID number"),
        login=row.get("Username"),
    )


def _gradescope(row: Row) -> Person | None:
    if row.get("Role").casefold() not in ("", "student"):
        return None
    email = row.get("Email")
    return Person(
        row.get("SID") or email,
        row.get("Name") or _name(row, "First Name", "Last Name"),
        email,
        section=row.get("Sections", "Section"),
        sis_id=row.get("SID"),
    )


def _plain(row: Row) -> Person | None:
    return person(row.cells)


SHAPES = (
    Shape("classroom50", frozenset({"username", "first_name", "last_name"}), _classroom50, False),
    Shape("GitHub Classroom", frozenset({"identifier", "github_username"}), _github_classroom, False),
    Shape("Canvas", frozenset({"Student", "ID"}), _canvas, True),
    Shape("Gradescope", frozenset({"SID", "Email"}), _gradescope, True),
    Shape("Moodle", frozenset({"Email address"}), _moodle, True),
    Shape("plain", frozenset({"student"}), _plain, True),
    Shape("plain", frozenset({"github"}), _plain, False),
)


def shape(table: Table) -> Shape:
    """What kind of list that is. Raises UsageError where it is none that is known."""
    for one in SHAPES:
        if one.columns <= set(table.columns):
            return one
    raise UsageError(
        f"{table.path} is no list that is known: give its columns the names of roster.csv ({', '.join(COLUMNS)}), "
        "or take one of Classroom 50, GitHub Classroom, Canvas, Moodle or Gradescope"
    )


def people(table: Table, of: Shape) -> list[tuple[int, Person]]:
    """Everybody in it, with the line. Raises UsageError where one is in it twice."""
    found: list[tuple[int, Person]] = []
    lines: dict[str, int] = {}
    for row in table.rows:
        one = of.person(row)
        if one is None:
            continue
        key = one.student or one.github.casefold() or one.email.casefold()
        if not key:
            raise UsageError(f"{table.path}, line {row.line} has neither a key nor an account; nothing was changed")
        if lines.setdefault(key, row.line) != row.line:
            where = f"{table.path}, line {row.line}"
            raise UsageError(f"{where}: {key} is in line {lines[key]} already; nothing was changed")
        found.append((row.line, one))
    return found
