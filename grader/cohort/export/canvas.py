"""A file that Canvas's gradebook imports.

It finds students by `ID`, else by `SIS User ID` or `SIS Login ID`, and takes a title that ends in a number in brackets
for the id of an assignment. A title that it does not know becomes a new assignment.
"""

import re
from collections.abc import Mapping

from grader.cohort import tables
from grader.cohort.export.rows import Asked, Export, Row, numbered, rows, told_apart, whole
from grader.cohort.grades import Grade
from grader.cohort.roster import Roster
from grader.errors import UsageError

KEYS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_TAKEN = re.compile(r"current|final|unposted|override|points possible", re.IGNORECASE)
_NUMBERED = re.compile(r".*\s\([0-9]+\)\Z", re.DOTALL)


def export(people: Roster, view: Mapping[tuple[str, str], Grade], asked: Asked) -> Export:
    """A file for each set of topics that students have grades in: an empty cell could erase a grade that is there."""
    made = Export()
    titles = {topic: _title(asked.title(topic), topic) for topic in asked.topics}
    told_apart(list(titles.values()))
    known = [row for row in rows(people, view, asked, made) if _is_known(row, made)]
    for number, (topics, group) in enumerate(whole(known), 1):
        columns = [*KEYS, *(titles[topic] for topic in topics)]
        name = numbered("canvas", number)
        made.files[name] = tables.written(columns, [_cells(row, topics) for row in group])
        made.rows[name] = len(group)
    made.notes.append("what the header names has to be published in Canvas under that name, or it is made anew")
    return made


def _title(title: str, topic: str) -> str:
    if _NUMBERED.match(title):
        raise UsageError(
            f"Canvas would take the number in {title!r} for the id of an assignment: name the column of {topic} "
            "otherwise, with --column TOPIC=NAME"
        )
    if not title.strip() or title.strip() in KEYS or _TAKEN.search(title):
        raise UsageError(f"Canvas has another use for a column called {title!r}: --column {topic}=NAME")
    return title.strip()


def _is_known(row: Row, made: Export) -> bool:
    person = row.person
    if person.canvas_id or person.sis_id or person.login:
        return True
    made.left_out.append(f"{row.student}: the roster has no canvas_id, sis_id or login for Canvas to find them by")
    return False


def _cells(row: Row, topics: tuple[str, ...]) -> list[str]:
    one = row.person
    who = [one.name or row.student, one.canvas_id, one.sis_id, one.login, one.section]
    return [*who, *(row.points(topic) for topic in topics)]
