"""What every export begins with: the released grades of who is in the roster, and who is left out, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from grader.classroom.plan import Plan
from grader.cohort.grades import Grade, rounded
from grader.cohort.roster import Person, Roster
from grader.errors import UsageError

_WHY = {
    "waiting": "not judged yet",
    "faulted": "could not be judged",
    "nothing": "nothing handed in, and the date is not known to be over",
    "unread": "no attempt there, and the date is not known to be over",
    "excused": "excused",
    "withheld": "withheld",
}


@dataclass(frozen=True)
class Row:
    """A student, and their grades that have points, by topic."""

    student: str
    person: Person
    grades: Mapping[str, Grade]

    def points(self, topic: str) -> str:
        """The points in a topic that there is a grade of."""
        points = self.grades[topic].points
        assert points is not None
        return rounded(points)


@dataclass
class Export:
    """The files of an export, by name, with how many students each has; who is left out and why; what else to know."""

    files: dict[str, bytes] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """What was asked for: the topics, and what a column is called on the other side, by topic."""

    plan: Plan
    topics: Sequence[str]
    titles: Mapping[str, str]

    def title(self, topic: str) -> str:
        return self.titles.get(topic, topic)


def rows(people: Roster, view: Mapping[tuple[str, str], Grade], asked: Asked, export: Export) -> list[Row]:
    """Everybody with their grades. A grade without points is left out, and so is who is not in the roster."""
    found = []
    for who, person in people:
        having = {}
        for topic in asked.topics:
            grade = view.get((who, topic))
            if grade is None:
                export.left_out.append(f"{who} {topic}: not in what was released")
            elif grade.points is None:
                export.left_out.append(f"{who} {topic}: {_WHY[grade.state]}")
            else:
                having[topic] = grade
        found.append(Row(who, person, having))
    for stranger in sorted({who for who, _ in view} - people.people.keys()):
        export.left_out.append(f"{stranger}: not in the roster")
    return found


def whole(rows: Sequence[Row]) -> list[tuple[tuple[str, ...], list[Row]]]:
    """Rows put together that have grades in the same topics, so that no table has an empty cell, which might erase what
    is there on the other side; the largest first.
    """
    groups = defaultdict(list)
    for row in rows:
        if row.grades:
            groups[tuple(row.grades)].append(row)
    return sorted(groups.items(), key=lambda one: (-len(one[1]), one[0]))


def numbered(stem: str, number: int) -> str:
    """The name of one of several files."""
    return f"{stem}.csv" if number == 1 else f"{stem}-{number}.csv"


def told_apart(titles: Sequence[str]) -> None:
    """Raises UsageError where two columns would have one name."""
    for title in titles:
        if titles.count(title) > 1:
            raise UsageError(f"two columns would be called {title!r}: name them with --column TOPIC=NAME")


def remark(grade: Grade) -> str:
    """A grade in words, for a comment."""
    said = f"{rounded(grade.points)} of {grade.of}" if grade.points is not None else "no grade"
    if grade.override is not None:
        return f"{said}, by decision"
    if grade.late:
        days = "1 day" if grade.cost.days == 1 else f"{grade.cost.days} days"
        return f"{said}, {days} late"
    return said
