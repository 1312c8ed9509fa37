"""What is to be judged, and having it judged: by any engine, into the gradebook or into a shard's file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader import __version__
from grader.catalog import Exercise
from grader.cohort.engines import local, shards
from grader.cohort.engines.work import ANY, Outcome, Work
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.room import Room
from grader.cohort.rows import Fault, Grading, Judgement, Submission
from grader.errors import UsageError
from grader.levels import LEVELS

Told = Callable[[Sequence[Outcome]], None]
Engine = Callable[[Sequence[Work]], Iterator[list[Outcome]]]


@dataclass(frozen=True)
class Wanted:
    """What is asked for: the topics and students (all, where none is named), and every submission or what may count."""

    topics: Collection[str] = ()
    students: Collection[str] = ()
    everything: bool = False


def exercises(room: Room) -> dict[str, Exercise]:
    """The exercise of each topic of the class. Raises UsageError or ExerciseError."""
    return {topic: room.catalog.get(topic) for topic in room.plan.topics}


def grading(room: Room, book: Gradebook, isolation: str) -> Grading:
    """The grading by the suites as they are now; it is added if it is new."""
    suites = {topic: one.suite_digest for topic, one in exercises(room).items()}
    return book.grading(suites, room.plan.seed, __version__, isolation, now())


def works(room: Room, book: Gradebook, grading: Grading, wanted: Wanted) -> list[Work]:
    """What has no judgement yet, each once however many handed it in; by topic, so that judges stay with one."""
    for topic in wanted.topics:
        if topic not in room.plan.topics:
            raise UsageError(f"{topic!r} is no topic of this class: it has {', '.join(room.plan.topics)}")
    judged = book.judgements()
    keys = {
        key: None
        for one in _submissions(room, book, wanted)
        if (key := grading.key(one.topic, one.attempt)) is not None and key not in judged
    }
    order = list(room.plan.topics)
    found = sorted(keys, key=lambda key: (order.index(key.topic), key.attempt))
    return [Work(key, source) for key in found if (source := book.source(key.attempt)) is not None]


def _submissions(room: Room, book: Gradebook, wanted: Wanted) -> Iterable[Submission]:
    chosen = [
        one
        for one in book.submissions()
        if one.attempt
        and one.topic in (wanted.topics or room.plan.topics)
        and (not wanted.students or one.student in wanted.students)
    ]
    if (
        wanted.everything or room.plan.count != "latest" or room.plan.late.after == "refuse"
    ):  # any may be the one that counts, now or when a date moves
        return chosen
    last = {(one.student, one.commit): one.last_seen_at or one.seen_at for one in book.sightings()}
    chosen.sort(key=lambda one: (last[one.student, one.commit], one.id))
    return {(one.student, one.topic): one for one in chosen}.values()


def here(room: Room, judges: int) -> Engine:
    """Judges on this machine; each suite is looked at first, once, so that its examples are at hand for all."""
    found = exercises(room)
    folders: dict[str, Path] = {topic: one.folder for topic, one in found.items()}

    def engine(works: Sequence[Work]) -> Iterator[list[Outcome]]:
        topics = {one.key.topic: one.key for one in works}
        first = [Work(key, _reference(found[topic])) for topic, key in topics.items()]
        broken = {
            one.key.topic: one.message
            for outcomes in local.run(first, folders, judges)
            for one in outcomes
            if isinstance(one, Fault)
        }
        failed: list[Outcome] = [
            Fault(one.key, broken[one.key.topic], at=now()) for one in works if one.key.topic in broken
        ]
        if failed:
            yield failed
        rest = [one for one in works if one.key.topic not in broken]
        if rest:
            yield from local.run(rest, folders, judges)

    return engine


def _reference(exercise: Exercise) -> bytes:
    return (exercise.reference if exercise.reference.is_file() else exercise.stub).read_bytes()


def into_book(book: Gradebook, works: Sequence[Work], engine: Engine, told: Told) -> None:
    """Has work judged, and keeps each outcome before it is told."""
    for outcomes in engine(works):
        keep(book, outcomes)
        told(outcomes)


def keep(book: Gradebook, outcomes: Sequence[Outcome]) -> int:
    """Takes outcomes into the gradebook; how many judgements were new."""
    with book.writing():
        new = book.judged([one for one in outcomes if isinstance(one, Judgement)])
        for one in outcomes:
            if isinstance(one, Fault) and book.judgement(one.key) is None:
                book.faulted(one)
    return new


def into_file(path: Path, works: Sequence[Work], engine: Engine, told: Told) -> int:
    """Has work judged into a shard's file, without what the file has already; how much there was to do."""
    with shards.appending(path) as (done, add):
        left = [one for one in works if one.key not in done]
        for outcomes in engine(left):
            add(outcomes)
            told(outcomes)
    return len(left)


@dataclass(frozen=True)
class Merged:
    """What came of a file: judgements in it, those that were new, faults, and lines that were not whole."""

    path: Path
    judgements: int
    new: int
    faults: int
    torn: int


def merge(room: Room, book: Gradebook, paths: Sequence[Path]) -> list[Merged]:
    """Takes shards in, in any order and as often as one likes. Raises UsageError, and takes nothing, where one was
    made for another class or another state of its suites.
    """
    read = [(path, *shards.read(path)) for path in paths]
    for isolation in {one.key.isolation for _, outcomes, _ in read for one in outcomes} & {ANY, *LEVELS}:
        grading(room, book, isolation)  # as it is here, whoever has judged by it
    known = book.gradings()
    for path, outcomes, _ in read:
        key = shards.foreign(outcomes, lambda key: any(one.key(key.topic, key.attempt) == key for one in known))
        if key is not None:
            raise UsageError(
                f"{path} has judgements of {key.topic} by another suite, seed or grader than this class's "
                f"(suite {key.suite[:12]}, grader {key.grader}): nothing was merged"
            )
    done = []
    for path, outcomes, torn in read:
        judgements = sum(isinstance(one, Judgement) for one in outcomes)
        new = keep(book, outcomes)
        done.append(Merged(path, judgements, new, len(outcomes) - judgements, torn))
    return done
