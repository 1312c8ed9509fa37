"""A piece of work, what comes of it, and the one function that makes the one of the other."""

import platform
import time
from collections.abc import Mapping
from pathlib import Path

import msgspec

from grader.cohort.gradebook import now
from grader.cohort.rows import Fault, Judgement, Key
from grader.judge import protocol
from grader.judge.client import Judge
from grader.levels import LEVELS, Level
from grader.verdicts import AttemptResult

ANY = "any"  # isolation: whatever the machine has


class Work(msgspec.Struct, frozen=True):
    """An attempt to judge, and the key that its judgement will have."""

    key: Key
    source: bytes


Outcome = Judgement | Fault


def judge(judge: Judge, folders: Mapping[str, Path], work: Work) -> Outcome:
    """What `judge` says of an attempt. `folders` has the exercise of each topic."""
    key, started = work.key, time.monotonic()
    # Of the examples that fail, the smallest recorded one is evidence enough: nobody waits for a smaller one.
    job = protocol.Job(
        str(folders[key.topic]),
        key.attempt[:12],
        work.source,
        seed=key.seed,
        require_isolation=level(key.isolation),
        shrink=False,
    )
    end: protocol.Event = protocol.Fault("the judge said nothing")
    for event in judge.judge([job]):
        end = event
    if not isinstance(end, protocol.Done):
        return Fault(key, getattr(end, "message", "the judge ended in an odd way"), at=now())
    result = end.result
    if result.isolation is None:  # no judge has looked at it: each one died
        return Fault(key, result.message or "the judge has ended", at=now())
    if result.suite_sha256 != key.suite:
        return Fault(key, f"the suite of {key.topic} was changed while it judged: grade again", at=now())
    return _judgement(key, result, time.monotonic() - started)


def outcome(one: Judge, folders: Mapping[str, Path], work: Work) -> Outcome:
    """The same, where a bug in the grader costs this piece of work and no other."""
    try:
        return judge(one, folders, work)
    except Exception as problem:
        return Fault(work.key, f"a bug in the grader ({type(problem).__name__}: {problem})"[:500], at=now())


def level(isolation: str) -> Level | None:
    """The level that a key asks for."""
    return next((one for one in LEVELS if one == isolation), None)


def _judgement(key: Key, result: AttemptResult, seconds: float) -> Judgement:
    assert result.isolation is not None
    return Judgement(
        key,
        str(result.score),
        str(result.max_score),
        result.isolation.level,
        msgspec.json.encode(result),
        platform.node(),
        now(),
        round(seconds, 3),
    )
