"""What a person decides about a grade: checked, and added with who and why."""

import getpass
import re
from fractions import Fraction

from grader.classroom.plan import Plan
from grader.cohort import late
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.rows import Decision, Kind
from grader.errors import UsageError

KINDS: dict[Kind, str] = {
    "override": "POINTS",
    "excuse": "",
    "withhold": "",
    "extend": "SPAN or MOMENT",
    "late-days": "DAYS",
    "comment": "",
    "withdraw": "NUMBER",
}
MOST_REASON = 2_000
_POINTS = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6}|/[1-9][0-9]{0,6})?")
_DAYS = re.compile(r"[+-]?[0-9]{1,3}")


def decide(
    book: Gradebook, plan: Plan, student: str, topic: str, kind: str, value: str, reason: str, author: str = ""
) -> Decision:
    """Adds a decision. Raises UsageError, and adds nothing, where it says nothing that can be done."""
    if kind not in KINDS:
        raise UsageError(f"{kind!r} is nothing that can be decided: {', '.join(KINDS)}")
    if topic and topic not in plan.topics:
        raise UsageError(f"{topic!r} is no topic of this class: it has {', '.join(plan.topics)}")
    if not topic and kind not in ("late-days", "comment", "withdraw"):
        raise UsageError(f"name the topic that {kind} is for: it has {', '.join(plan.topics)}")
    reason = " ".join(reason.split())
    if not reason or len(reason) > MOST_REASON:
        raise UsageError(f"say why, in up to {MOST_REASON:,} letters: --reason TEXT")
    said = _value(book, plan, student, topic, kind, value.strip())
    decision = Decision(student, topic, kind, said, reason, person(author), now())
    return book.decide(decision)


def _value(book: Gradebook, plan: Plan, student: str, topic: str, kind: Kind, value: str) -> str:
    """`value`, as it is kept. Raises UsageError."""
    if not KINDS[kind]:
        if value:
            raise UsageError(f"{kind} takes no value, and {value!r} is one")
        return ""
    if kind == "override":
        return _points(plan.topics[topic].points, value)
    if kind == "extend":
        due = plan.topics[topic].due
        if due is None:
            raise UsageError(f"{topic} has no date in class.toml, so there is nothing to extend")
        late.moved(due, value)
        return value
    if kind == "late-days":
        if not _DAYS.fullmatch(value):
            raise UsageError(f"{value!r} is no number of days: write it like 2 or -1")
        return str(int(value))
    if not any(str(one.id) == value and one.kind != "withdraw" for one in book.decisions(student)):
        raise UsageError(f"{value!r} is no decision about this student: grader cohort explain lists them by number")
    return value


def _points(of: int, value: str) -> str:
    if not _POINTS.fullmatch(value):
        raise UsageError(f"{value!r} is no number of points: write it like 27, 27.5 or 55/2, without the {of} of all")
    if Fraction(value) > of:
        raise UsageError(f"{value} points are more than the {of} that class.toml gives for the topic")
    return str(Fraction(value))


def person(author: str = "") -> str:
    """Who decides: as named, or as the machine knows them."""
    if author.strip():
        return author.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
