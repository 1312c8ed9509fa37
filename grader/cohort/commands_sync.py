"""What `grader cohort sync` does, in the words of who typed it."""

import datetime
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.cohort import addresses, folders, pushes, room, roster
from grader.cohort import sync as looking
from grader.cohort.folders import HandedIn
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.room import Room
from grader.cohort.roster import Roster
from grader.cohort.sync import Look, Wanted
from grader.errors import UsageError
from grader.formats.text import counted, safe

SHOWN = 20  # of a list
SECONDS_BETWEEN = 1.0  # lines of progress at a terminal
QUIET_SECONDS = 30.0  # and elsewhere
CLOCK_MAY_DIFFER = datetime.timedelta(minutes=1)


def sync(only: Sequence[str], ref: str | None, times: Path | None, folder: Path | None, jobs: int) -> int:
    """Looks at the forks of the class, or at a folder of files. Status 1 where not all could be read."""
    here = room.enter()
    people = roster.read(here)
    if not len(people):
        raise UsageError(f"{here.roster} has no student yet: fill it in, or take a list with grader cohort roster FILE")
    with Gradebook(here.gradebook) as book:
        book.add_students(people.people, now())
        _look_at_the_clock(book)
        if folder is not None:
            return _folder(here, book, people, folder)
        status = _forks(here, book, people, [people.find(one) for one in only], ref, jobs)
        return max(status, _times(book, people, times)) if times is not None else status


def _look_at_the_clock(book: Gradebook) -> None:
    """Says so where it went back: a time before that, or from now on, is wrong."""
    last = max((one.tried_at for one in book.forks().values() if one.tried_at), default=None)
    if last is not None and (back := last - now()) > CLOCK_MAY_DIFFER:
        print(
            f"The clock of this machine is {str(back).partition('.')[0]} behind the last look, which was at "
            f"{last:%Y-%m-%d %H:%M} UTC: set it right, and see with --times who was late",
            file=sys.stderr,
        )


def _forks(here: Room, book: Gradebook, people: Roster, only: Sequence[str], ref: str | None, jobs: int) -> int:
    found = addresses.find(here, people, only)
    wanted = Wanted(looking.paths(here), ref or here.plan.ref)
    looks: list[Look] = []
    last = time.monotonic()
    for look in looking.sync(here, book, found.sources, wanted, jobs):
        looks.append(look)
        wait = SECONDS_BETWEEN if sys.stderr.isatty() else QUIET_SECONDS
        if time.monotonic() - last >= wait and len(looks) < len(found.sources):
            last = time.monotonic()
            print(f"{len(looks):,} of {len(found.sources):,} looked at", file=sys.stderr, flush=True)
    _say(looks, found.missing)
    return 1 if found.missing or any(one.state == "refused" for one in looks) else 0


def _say(looks: Sequence[Look], missing: Mapping[str, str]) -> None:
    states = Counter(one.state for one in looks)
    print(f"Repositories that were looked at: {len(looks):,}")
    for state in ("new", "unchanged", "nothing pushed", "refused"):
        print(f"  {state:15} {states[state]:>6,}")
    refused = sorted((one.source.student, one.problem) for one in looks if one.state == "refused")
    _listed("could not be read, and will be tried again", [f"{who}: {why}" for who, why in refused])
    _grouped("can't be looked at", missing)
    problems = Counter(one.problem for look in looks for one in look.found if one.problem)
    if problems:
        print("No attempt in what is new:")
        for problem, times in problems.most_common(SHOWN):
            print(f"  {times:>6,}  {safe(problem)}")
    print("Next: grader cohort grade")


def _listed(what: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"{len(lines):,} {what}:")
        for line in lines[:SHOWN]:
            print(f"  {safe(line)}")
        if len(lines) > SHOWN:
            print(f"  and {len(lines) - SHOWN:,} more: grader cohort status")


def _grouped(what: str, reasons: Mapping[str, str]) -> None:
    """People with one reason in common are told of together."""
    for reason, times in Counter(reasons.values()).most_common():
        who = [one for one, why in reasons.items() if why == reason]
        more = ", ..." if times > SHOWN else ""
        print(f"{times:,} {what}: {safe(reason)}")
        print(f"  {', '.join(who[:SHOWN])}{more}")


def _times(book: Gradebook, people: Roster, times: Path) -> int:
    taken = pushes.take(book, people, times)
    print(f"Pushes in {times}: {taken.known:,} of commits that were seen, {taken.unknown:,} of others")
    _listed("are commits of several students: say whose, in a column student", taken.shared)
    return 1 if taken.shared else 0


def _folder(here: Room, book: Gradebook, people: Roster, folder: Path) -> int:
    """Takes files as they were handed in elsewhere; when, nobody says but the moment at which they are taken."""
    found = folders.read(folder, people, here.plan.topics)
    at = now()
    with book.writing():
        for who, those in found.found.items():
            book.take(who, folder.absolute().as_uri(), at, HandedIn.commit(those), those)
    files = [one for those in found.found.values() for one in those]
    print(f"{folder}: {counted(len(files), 'file')} of {counted(len(found.found), 'student')} taken.")
    problems = Counter(one.problem for one in files if one.problem)
    for problem, times in problems.most_common(SHOWN):
        print(f"  {times:>6,} no attempt: {safe(problem)}")
    _listed("belong to no student, or to no topic, for sure", found.unmatched)
    print("Next: grader cohort grade")
    return 1 if found.unmatched else 0
