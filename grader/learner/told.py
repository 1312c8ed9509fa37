"""One result with all that a learner is told about it: what it asks of them, where it is, and what to type next."""

import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import Exercise
from grader.learner import causes
from grader.learner.style import Style
from grader.learner.view import View, view
from grader.learner.where import Where
from grader.verdicts import AttemptResult, TestResult

Explain = Callable[[TestResult], str | None]
MOST_BESIDE = 1_000  # names of files that are looked at


@dataclass(frozen=True)
class Commands:
    """What to type when a report is read."""

    again: str  # for this attempt alone
    everything: str  # for every failure of it
    whole: str  # for one failure, whole
    hint: str  # a few words: how to get one
    after: str  # when all holds: a sentence


@dataclass(frozen=True)
class Told:
    """One attempt's report, before it is written."""

    view: View
    where: Where
    commands: Commands
    explain: Explain  # what a failure comes from, in a sentence, where that can be said
    said: str | None  # the same of an attempt that can't be imported
    passes: bool  # reached the pass mark
    pass_mark: int  # percent
    part: str | None = None  # that alone was judged
    pending: str | None = None  # how far the check is, where more of it is to come
    style: Style | None = None  # where it was asked for

    @property
    def result(self) -> AttemptResult:
        return self.view.result


def tell(
    result: AttemptResult,
    exercise: Exercise,
    path: Path,
    source: bytes,
    commands: Commands,
    passes: bool,
    pass_mark: int,
    part: str | None = None,
) -> Told:
    """All of it for one result; `path` is where the attempt lies, `source` its text as it was judged."""
    setting = causes.Setting(exercise, source, beside(path))
    return Told(
        view=view(result, source, exercise.stub.read_bytes()),
        where=Where(path, exercise.module),
        commands=commands,
        explain=lambda test: causes.of_test(test, setting),
        said=causes.of_import(result, setting) if result.message else None,
        passes=passes,
        pass_mark=pass_mark,
        part=part,
    )


def typed(*words: str | Path | None) -> str:
    """A command as it is typed at a shell."""
    return shlex.join(os.fspath(word) for word in ("grader", *words) if word is not None)


def beside(path: Path) -> tuple[str, ...]:
    """The names of the files beside an attempt."""
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry, _ in zip(entries, range(MOST_BESIDE), strict=False)]
    except OSError:
        return ()
    return tuple(sorted(name for name in names if name != path.name))
