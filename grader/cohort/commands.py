"""What `grader cohort` does with work and judgements, in the words of who typed it."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from grader.cohort import grade as grading
from grader.cohort import room, roster, status
from grader.cohort.engines import shards
from grader.cohort.engines.work import ANY, Outcome
from grader.cohort.grade import Wanted
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.room import Room
from grader.cohort.rows import Fault
from grader.errors import UsageError
from grader.formats.text import counted, safe
from grader.levels import Level

SHOWN = 10  # of a list of people
SECONDS_BETWEEN = 1.0  # lines of progress at a terminal
QUIET_SECONDS = 30.0  # and elsewhere


class Progress:
    """Says how much of this run is done, what is left, and for how long."""

    def __init__(self, total: int) -> None:
        self.done = self.faults = 0
        self._total = total
        self._started = self._last = time.monotonic()

    def __call__(self, outcomes: Sequence[Outcome]) -> None:
        self.done += len(outcomes)
        self.faults += sum(isinstance(one, Fault) for one in outcomes)
        here, wait = time.monotonic(), SECONDS_BETWEEN if sys.stderr.isatty() else QUIET_SECONDS
        if here - self._last >= wait and self.done < self._total:
            self._last = here
            left = (here - self._started) / self.done * (self._total - self.done)
            print(f"{self.done:,} of {self._total:,} judged, about {_span(left)} left", file=sys.stderr, flush=True)


def _span(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"


def grade(
    topics: Sequence[str],
    students: Sequence[str],
    judges: int | None,
    everything: bool,
    require: Level | None,
    shard: str | None,
    out: Path | None,
    dask: str | None = None,
) -> int:
    """Judges what has no judgement yet. Status 3 where something could not be judged."""
    if (shard is None) != (out is None):
        raise UsageError("--shard i/n and --out FILE belong together")
    if dask is not None and judges is not None:
        raise UsageError("--jobs is for judges on this machine, and --dask for workers of a cluster: name one of them")
    part = shards.parse(shard) if shard else None
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        by = grading.grading(here, book, require or ANY)
        wanted = Wanted(topics, [roster.read(here).find(one) for one in students], everything)
        works = grading.works(here, book, by, wanted)
        works = part.mine(works) if part else works
        engine, progress = _engine(here, judges, dask, by.isolation), Progress(len(works))
        if out is not None:
            total = grading.into_file(out, works, engine, progress)
        else:
            total = len(works)
            grading.into_book(book, works, engine, progress)
        return _graded(by.id, total, progress, out, {one.message for one in book.faults().values()})


def _engine(here: Room, judges: int | None, dask: str | None, isolation: str) -> grading.Engine:
    if dask is None:
        return grading.here(here, judges or os.cpu_count() or 1)
    from grader.cohort.engines.dask import cluster

    return cluster(here, dask, isolation)


def _graded(number: int, total: int, progress: Progress, out: Path | None, messages: set[str]) -> int:
    where = f"in {out}" if out else f"in grading {number}"
    print(f"{counted(progress.done - progress.faults, 'attempt')} judged {where}; {total - progress.done:,} left.")
    if progress.faults:
        print(f"{counted(progress.faults, 'attempt')} could not be judged, and will be tried again:")
        for message in sorted(messages)[:SHOWN]:
            print(f"  {safe(message)}")
        return 3
    return 0


def merge(paths: Sequence[Path]) -> int:
    """Takes shards into the gradebook."""
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        for one in grading.merge(here, book, paths):
            torn = f"; {counted(one.torn, 'line')} not whole, and left out" if one.torn else ""
            faults = f"; {counted(one.faults, 'fault')}" if one.faults else ""
            print(f"{one.path}: {counted(one.judgements, 'judgement')}, {one.new} new{faults}{torn}")
    return 0


def stand() -> int:
    """Says where the class stands, and what to do next."""
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        _enrol(here, book)
        found = status.look(here, book)
    print(f"{here.plan.name}: {counted(found.students, 'student')}")
    widest = max(len(one.topic) for one in found.topics)
    print(f"  {'':{widest}}  {'begun':>6} {'late':>6} {'graded':>6} {'waiting':>7} {'faulted':>7}")
    for one in found.topics:
        print(f"  {one.topic:{widest}}  {one.begun:>6} {one.late:>6} {one.graded:>6} {one.waiting:>7} {one.faulted:>7}")
    _listed("have not begun", found.not_begun)
    _listed("have no account in the roster", found.no_account)
    _listed("are in the gradebook, and not in the roster", found.strangers)
    _listed("could not be reached", [f"{who}: {safe(why)}" for who, why in found.unreachable.items()])
    for message, times in found.faults.items():
        print(f"{counted(times, 'attempt')} could not be judged: {safe(message)}")
    print(f"Released: {f'grading {found.released}' if found.released else 'nothing'}; newest: {found.newest or 'none'}")
    print(f"Next: {found.next}")
    return 0


def _listed(what: str, who: Sequence[str]) -> None:
    if who:
        more = f", and {len(who) - SHOWN} more" if len(who) > SHOWN else ""
        print(f"{len(who)} {what}: {', '.join(who[:SHOWN])}{more}")


def _enrol(here: Room, book: Gradebook) -> None:
    """Everybody of the roster is in the gradebook."""
    book.add_students(roster.read(here).people, now())
