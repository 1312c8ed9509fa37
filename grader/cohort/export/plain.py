"""The class's own table: a line for each student and topic, with the exact points and where they come from."""

from collections.abc import Mapping

from grader.cohort import tables
from grader.cohort.explain import moment
from grader.cohort.export.rows import Asked, Export
from grader.cohort.grades import Grade, rounded
from grader.cohort.roster import Roster

COLUMNS = (
    "student",
    "topic",
    "state",
    "points",
    "exact",
    "of",
    "late_days",
    "free_days",
    "penalty",
    "due",
    "handed_in",
    "time_source",
    "commit",
    "repository",
    "isolation",
    "suite",
    "decisions",
)


def export(people: Roster, view: Mapping[tuple[str, str], Grade], asked: Asked, urls: Mapping[str, str]) -> Export:
    """Everybody and everything; students by their pseudonyms."""
    made = Export()
    found = [view[key] for key in sorted(view) if key[1] in asked.topics and key[0] in people.people]
    made.files["grades.csv"] = tables.written(COLUMNS, [_cells(one, urls.get(one.student, "")) for one in found])
    made.rows["grades.csv"] = len({one.student for one in found})
    made.left_out = [f"{who}: not in the roster" for who in sorted({who for who, _ in view} - people.people.keys())]
    return made


def _cells(grade: Grade, url: str) -> list[str]:
    has, judged = grade.points is not None, grade.judgement
    return [
        grade.student,
        grade.topic,
        grade.state,
        rounded(grade.points) if grade.points is not None else "",
        str(grade.points) if has else "",
        str(grade.of),
        str(grade.cost.days),
        str(grade.cost.free),
        "refused" if grade.cost.refused else str(grade.cost.penalty),
        moment(grade.due) if grade.due else "",
        moment(grade.handed.at) if grade.handed.at else "",
        grade.handed.source,
        grade.submission.commit if grade.submission else "",
        url,
        judged.level if judged else "",
        judged.key.suite if judged else "",
        " ".join(f"{one.kind}:{one.id}" for one in grade.decisions),
    ]
