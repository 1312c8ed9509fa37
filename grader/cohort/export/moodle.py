"""A file for Moodle's *Grades > Import > CSV*.

One unknown student aborts the whole import there, a row without a key writes to the student of the row before, a grade
above 100 aborts it, and feedback that is mapped without its grade erases that. So each row has a key, each grade its
feedback, and no cell is empty.
"""

from collections.abc import Mapping

from grader.cohort import tables
from grader.cohort.export.rows import Asked, Export, Row, numbered, remark, rows, told_apart, whole
from grader.cohort.grades import Grade
from grader.cohort.roster import Roster
from grader.errors import UsageError

MOST = 100
# What Moodle can find students by: our column, and what its own is called.
KEYS = {"email": "Email address", "sis_id": "ID number", "login": "Username"}


def export(people: Roster, view: Mapping[tuple[str, str], Grade], asked: Asked) -> Export:
    """A file for each set of topics that students have grades in, by the key that most of them have."""
    made = Export()
    for topic in asked.topics:
        if asked.plan.topics[topic].points > MOST:
            raise UsageError(f"{topic} has more than {MOST} points, at which Moodle's import ends with nothing done")
    titles = {topic: asked.title(topic) for topic in asked.topics}
    told_apart([*KEYS.values(), *titles.values(), *(_feedback(one) for one in titles.values())])
    key = max(KEYS, key=lambda one: sum(bool(person.get(one)) for _, person in people))
    known = [row for row in rows(people, view, asked, made) if _has(row, key, made)]
    for number, (topics, group) in enumerate(whole(known), 1):
        columns = [KEYS[key], *(name for topic in topics for name in (titles[topic], _feedback(titles[topic])))]
        name = numbered("moodle", number)
        made.files[name] = tables.written(columns, [_cells(row, key, topics) for row in group])
        made.rows[name] = len(group)
    made.notes.append(f"map {KEYS[key]} to its own field, and each grade together with its feedback")
    made.notes.append("what is imported here can't be changed on an assignment's own page: for those, moodle-worksheet")
    return made


def _feedback(title: str) -> str:
    return f"{title} feedback"


def _has(row: Row, key: str, made: Export) -> bool:
    if row.person.get(key).strip():
        return True
    made.left_out.append(f"{row.student}: the roster has no {key} for Moodle to find them by")
    return False


def _cells(row: Row, key: str, topics: tuple[str, ...]) -> list[str]:
    cells = [row.person.get(key)]
    for topic in topics:
        cells += [row.points(topic), remark(row.grades[topic])]
    return cells
