"""What `grader cohort` does with the roster, in the words of who typed it."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from grader.cohort import matching, room, roster, shapes, tables
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.roster import Person
from grader.errors import UsageError
from grader.formats.text import counted, safe


def enrol(file: Path, confirm: Sequence[str]) -> int:
    """Joins a list with the roster, and says who is unmatched on either side. Status 1 where a person has to look."""
    here = room.enter()
    known = roster.read(here)
    table = tables.read(file)
    shape = shapes.shape(table)
    found = [one for _, one in shapes.people(table, shape)]
    matched = matching.match(known, found, shape.students, _confirmed(confirm))
    roster.write(here, matched.people, known.columns)
    with Gradebook(here.gradebook) as book:
        book.add_students(roster.read(here).people, now())
    print(f"{file} is a list of {shape.name} with {counted(len(found), 'row')}:")
    print(f"  {len(matched.added)} added, {len(matched.filled)} completed, {len(matched.people)} in the roster now")
    _say("may be somebody in the roster; say who with --confirm", [_proposed(one) for one in matched.proposals])
    _say("in the list, and nobody in the roster", [_called(one) for one in matched.unmatched])
    _say("in the roster, and not in the list", [_called(one) for one in matched.missing])
    _say("said otherwise than in the roster, which stays", matched.differing)
    return 1 if matched.proposals or matched.unmatched or matched.differing else 0


def _confirmed(said: Sequence[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in said]
    for account, sign, student in pairs:
        if not (account and sign and student):
            raise UsageError(f"--confirm takes ACCOUNT=STUDENT, or ACCOUNT={matching.NEW} for somebody new")
    return {account.strip(): student.strip() for account, _, student in pairs}


def _proposed(one: matching.Proposal) -> str:
    return f"{_called(one.person)}: --confirm {matching.name(one.person)}={' or '.join(one.students)}"


def _called(one: Person) -> str:
    return " ".join(part for part in (matching.name(one), f"({one.name})" if one.name else "") if part)


def _say(what: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"{len(lines)} {what}:")
        for line in lines:
            print(f"  {safe(line)}")


def forget(student: str, yes: bool) -> int:
    """Takes a student out of the class's folder, and says what is left."""
    here = room.enter()
    people = roster.read(here)
    with Gradebook(here.gradebook) as book:
        who = student if student in book.students() else people.find(student)
        if not yes:
            raise UsageError(f"all that is kept of {who} would be lost for good: add --yes")
        fork = here.fork(who)
        if fork.exists():
            shutil.rmtree(fork)
        gone = book.forget(who) if who in book.students() else {}
    left = [one for key, one in people if key != who]
    if len(left) < len(people):
        roster.write(here, left, people.columns)
    said = ", ".join(f"{number} {what}" for what, number in gone.items() if number)
    print(f"{who} is forgotten: {said or 'nothing was kept'}.")
    print("What others handed in, too, is kept for them. Reports, exports and copies are yours to delete.")
    return 0
