"""The way through a catalog: what is done, what was left unfinished, and what comes next, in the guide's order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from grader import workspace
from grader.catalog import Catalog, Exercise
from grader.learner import catalogs
from grader.memory import Memory
from grader.standing import Standing, merged
from grader.workspace import Workspace


@dataclass(frozen=True)
class Stop:
    """One topic on the way."""

    exercise: Exercise
    standing: Standing
    started: bool

    @property
    def topic(self) -> str:
        return self.exercise.topic

    @property
    def points(self) -> Fraction:
        """The best score, in points of the exercise as it is today."""
        return self.standing.best.share * self.exercise.manifest.points


@dataclass(frozen=True)
class Course:
    """All topics of a catalog, by its order."""

    stops: tuple[Stop, ...]
    pass_mark: int  # percent
    here: str | None = None  # the topic whose folder the current one is

    @property
    def done(self) -> list[Stop]:
        """What is done or passed."""
        return [stop for stop in self.stops if stop.standing.passed(self.pass_mark)]

    @property
    def points(self) -> Fraction:
        return sum((stop.points for stop in self.stops), Fraction(0))

    @property
    def max_points(self) -> int:
        return sum(stop.exercise.manifest.points for stop in self.stops)

    @property
    def chapters(self) -> Iterator[tuple[str, list[Stop]]]:
        """The stops by chapter, in the order of the first of each."""
        names = list(dict.fromkeys(stop.exercise.manifest.chapter for stop in self.stops))
        by_chapter = sorted(self.stops, key=lambda stop: names.index(stop.exercise.manifest.chapter))
        for name, group in groupby(by_chapter, key=lambda stop: stop.exercise.manifest.chapter):
            yield name, list(group)

    @property
    def unfinished(self) -> Stop | None:
        """What was left unfinished: this folder's topic, or else the one that was checked last."""
        open_ones = [stop for stop in self.stops if stop.started and not stop.standing.settled(self.pass_mark)]
        at_hand = [stop for stop in open_ones if stop.topic == self.here]
        return max(at_hand or open_ones, key=lambda stop: stop.standing.last.at, default=None)

    @property
    def next(self) -> Stop | None:
        """What to do next: what was left unfinished, or else the first topic that was never done; None at the end."""
        new = (stop for stop in self.stops if not stop.started and not stop.standing.settled(self.pass_mark))
        return self.unfinished or next(new, None)


def course(exercises: Catalog, found: Workspace | None, news: Mapping[str, Standing] | None = None) -> Course:
    """The way through a catalog in a workspace, if there is one; `news` is what is known and not yet remembered."""
    return recalled(exercises, found, news)[0]


def recalled(
    exercises: Catalog, found: Workspace | None, news: Mapping[str, Standing] | None = None
) -> tuple[Course, str | None]:
    """`course`, and a line about a memory that could not be read."""
    memory = found.recall() if found else Memory({})
    known, new = memory.standings, news or {}
    stops = tuple(
        Stop(
            exercise,
            merged(known.get(exercise.topic, Standing()), new.get(exercise.topic, Standing())),
            found is not None and found.is_started(exercise),
        )
        for exercise in exercises
    )
    here = found.topic_here(exercises) if found else []
    pass_mark = found.config.pass_mark if found else 100
    return Course(stops, pass_mark, here[0].topic if here else None), memory.problem


def at_hand(found: Workspace, exercises: Catalog) -> Exercise | None:
    """The topic that is meant where none is named: this folder's, or the only one that is at work."""
    meant = unfinished(found, exercises)
    return meant[0] if len(meant) == 1 else None


def unfinished(found: Workspace, exercises: Catalog) -> list[Exercise]:
    """What is meant where no topic is named: this folder's, or all that is at work."""
    if here := found.topic_here(exercises):
        return [exercises.get(one.topic) for one in here]
    way = course(exercises, found)
    return [stop.exercise for stop in way.stops if stop.started and not stop.standing.settled(way.pass_mark)]


def start(exercise: Exercise, folder: Path | None = None) -> tuple[Workspace, bool]:
    """Starts a topic in the workspace around the current folder, or in a new one, which remembers the catalog in
    `folder` if one was named; whether anything was changed.

    Raises GraderError, with nothing left behind, if something can't be made.
    """
    before = workspace.find()
    found = before or workspace.make(Path.cwd(), catalogs.written(folder, Path.cwd()))
    try:
        return found, found.start(exercise)
    except BaseException:
        if before is None:
            (found.folder / workspace.CONFIG).unlink()
        raise
