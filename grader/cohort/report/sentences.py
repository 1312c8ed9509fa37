"""What the numbers say, in sentences: the page begins with them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from grader.cohort.report.facts import Facts
from grader.formats.text import counted


class Why(Protocol):
    """A reason to look at somebody."""

    @property
    def student(self) -> str: ...


def of_class(all_facts: Sequence[Facts], attention: Sequence[Why]) -> list[str]:
    """What to know first."""
    if not all_facts:
        return ["There is no topic in this class."]
    said = [text for one in all_facts for text in [next(of_topic(one), "")] if text]
    odd = [(one, claim) for one in all_facts for claim in one.claims if claim.remark.endswith("?")]
    if odd:
        names = sorted({one.topic.topic for one, _ in odd})
        said.append(f"{counted(len(odd), 'test')} may be wrong or unclear, in {', '.join(names)}: see their claims.")
    if attention:
        students = len({one.student for one in attention})
        said.append(f"{counted(students, 'student')} {'needs' if students == 1 else 'need'} a look of yours.")
    return said


def of_topic(one: Facts) -> Iterator[str]:
    """One topic, from what matters most."""
    begun = f"{one.begun} of {one.students} have begun {one.topic.topic}"
    if not one.graded:
        yield f"{begun}; nothing of it is graded yet."
        return
    full = percent(one.full, one.graded)
    yield f"{begun}; {full} of the {one.graded} graded have full points, and half have at least {one.median:.0f} %."
    if one.late:
        yield f"{counted(one.late, 'student')} {'was' if one.late == 1 else 'were'} late."
    if one.mistakes and one.graded > one.full:
        first = one.mistakes[0]
        failed = one.graded - one.full
        make = "makes" if first.students == 1 else "make"
        yield f"Of the {failed} without full points {first.students} {make} the mistake “{first.name}”."
    hard = min((claim for claim in one.claims if claim.judged), key=lambda claim: claim.rate, default=None)
    if hard is not None and hard.passed < hard.judged:
        yield f"The claim that fewest pass ({percent(hard.passed, hard.judged)}): {hard.claim}"


def percent(part: int, whole: int) -> str:
    """`61 %`; never 0 or 100 where it is not quite."""
    if not whole:
        return "0 %"
    number = round(100 * part / whole)
    number = max(1, number) if part else 0
    return f"{min(99, number) if part < whole else 100} %"
