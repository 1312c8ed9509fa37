"""What a worker of a cluster does: it says what it judges with, and judges batches with a warm judge of its own.

The judge lives in the worker's process, for one run of the command, and ends with either. What goes in and comes out
are bytes, so that no class of ours has to be the same on the way; the cluster's own library is not needed here.
"""

import atexit
import platform
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from grader import __version__, catalog
from grader.catalog import Catalog
from grader.cohort.engines.work import Outcome, Work, outcome
from grader.cohort.rows import Fault, Judgement
from grader.errors import GraderError
from grader.judge import protocol
from grader.judge.client import Judge
from grader.levels import LEVELS, Level


class Tools(msgspec.Struct, frozen=True):
    """What judgements follow from, beside the attempt and the seed: the same everywhere, or they are none of one class.

    The last two draw the examples of a seed.
    """

    grader: str
    digest: str  # of the class's topics
    python: str
    hypothesis: str

    @classmethod
    def here(cls, exercises: Catalog, topics: Sequence[str]) -> "Tools":
        """Those of this process."""
        python = ".".join(platform.python_version_tuple()[:2])
        return cls(__version__, exercises.digest(topics), python, version("hypothesis"))


class Terms(msgspec.Struct, frozen=True):
    """What one run of the command asks of every worker."""

    run: str  # no other run has it
    catalog: str | None  # where it lies, seen from the worker; None for the one that is installed there
    topics: tuple[str, ...]
    tools: Tools


class Stand(msgspec.Struct, frozen=True):
    """What a worker judges with, and how well it isolates; or why it can't say."""

    tools: Tools | None = None
    level: Level | None = None
    problem: str = ""
    listens: str = ""  # at which address


class Answer(msgspec.Struct, frozen=True):
    """What came of a batch; nothing, where the worker is not one to judge it."""

    judgements: list[Judgement] = []
    faults: list[Fault] = []
    problem: str = ""

    @property
    def outcomes(self) -> list[Outcome]:
        """All of it."""
        return [*self.judgements, *self.faults]


def difference(terms: Terms, stand: Stand) -> str:
    """In what a worker differs from what was asked, in words; empty if in nothing."""
    wanted, found = terms.tools, stand.tools
    if found is None:
        return f"can't judge: {stand.problem}"
    named = {
        "grader": "grader {}",
        "digest": "the state {:.12} of the class's topics",
        "python": "Python {}, which may draw other examples from the seed,",
        "hypothesis": "Hypothesis {}, which may draw other examples from the seed,",
    }
    for field, words in named.items():
        theirs, ours = getattr(found, field), getattr(wanted, field)
        if theirs != ours:
            return f"has {words.format(theirs)} and not {ours:.12}"
    return ""


class _Warm:
    """The judge of one run, with the exercises that it judges."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.judge = Judge()
        try:
            exercises = catalog.load(None if terms.catalog is None else Path(terms.catalog))
            chosen = [exercises.get(topic) for topic in terms.topics]
            self.folders = {one.topic: one.folder for one in chosen}
            level = self._level({tuple(sorted(one.manifest.requires)) for one in chosen})
            self.stand = Stand(Tools.here(exercises, terms.topics), level)
        except GraderError as error:
            self.stand = Stand(problem=str(error))

    def _level(self, requires: set[tuple[str, ...]]) -> Level:
        """The least that attempts at these topics get."""
        found: list[Level] = []
        for event in self.judge.judge([protocol.Examine(one) for one in sorted(requires)]):
            if isinstance(event, protocol.Fault):
                raise GraderError(event.message)
            if isinstance(event, protocol.Examined):
                found.append(event.isolation.level)
        return max(found, key=LEVELS.index)

    def grade(self, works: Sequence[Work]) -> Answer:
        """Judges a batch, if it is one to judge it."""
        if problem := difference(self.terms, self.stand):
            return Answer(problem=problem)
        outcomes = [outcome(self.judge, self.folders, one) for one in works]
        return Answer(
            [one for one in outcomes if isinstance(one, Judgement)],
            [one for one in outcomes if isinstance(one, Fault)],
        )

    def close(self) -> None:
        """Ends the judge."""
        self.judge.__exit__()


# One thread has the judge, for a judge ends with the thread that started it, and nobody promises that those of the
# cluster's library last.
_hands = ThreadPoolExecutor(1, "judge")
_warm: _Warm | None = None


def _ready(terms: Terms) -> _Warm:
    """The judge of this run; one of another run ends."""
    global _warm
    if _warm is None or _warm.terms != terms:
        rest()
        _warm = _Warm(terms)
    return _warm


def rest() -> None:
    """Ends the judge that there is."""
    global _warm
    if _warm is not None:
        _warm.close()
        _warm = None


atexit.register(rest)


def stand(terms: bytes, dask_worker: Any = None) -> bytes:
    """Starts the judge of a run, and says what it judges with. Dask gives the worker that this process is."""
    found = _hands.submit(lambda: _ready(_terms(terms)).stand).result()
    listens = str(getattr(dask_worker, "listen_address", ""))
    return msgspec.msgpack.encode(msgspec.structs.replace(found, listens=listens))


def grade(terms: bytes, works: bytes) -> bytes:
    """Judges a batch: the same function as everywhere, with the judge that this process keeps."""
    batch = msgspec.msgpack.decode(works, type=list[Work])
    return msgspec.msgpack.encode(_hands.submit(lambda: _ready(_terms(terms)).grade(batch)).result())


def _terms(data: bytes) -> Terms:
    return msgspec.msgpack.decode(data, type=Terms)
