"""What every check of an attempt has in common, whoever asked for it: `grader check` or `grader watch`."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from grader import files, misconceptions
from grader.catalog import Exercise
from grader.errors import UsageError
from grader.judge.protocol import Job, Unjudged
from grader.learner import last
from grader.learner.view import view
from grader.standing import Standing, now, scored
from grader.verdicts import AttemptResult, enough
from grader.workspace import Workspace


def job(exercise: Exercise, path: Path, found: Workspace | None, seed: int, alone: bool = True) -> Job:
    """What the judge is asked about the attempt that lies at `path`, in a workspace if there is one.

    Raises UsageError if it can't be read; if it is not `alone`, it is not judged then, and says why.
    """
    source, problem = b"", None
    try:
        if found:
            found.need_started(exercise)
        source = files.read_attempt(path)
    except UsageError as error:
        if alone:
            raise
        here = f"{found.folder}{os.sep}" if found else ""
        problem = Unjudged("not_run", _text(str(error).replace(here, "")))  # the same wherever it lies
    return Job(str(exercise.folder), _text(path.name), source, seed, problem)


def _text(name: str) -> str:
    """A text with names of files in it, which may be no Unicode."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def explained(result: AttemptResult, exercise: Exercise) -> AttemptResult:
    """A result with the misconceptions that it looks like."""
    return msgspec.structs.replace(result, misconceptions=misconceptions.look(result, exercise))


def passes(result: AttemptResult, pass_mark: int) -> bool:
    """Whether an attempt has at least `pass_mark` percent of the points."""
    return enough(result.score, result.max_score, pass_mark)


@dataclass(frozen=True)
class Graded:
    """One attempt: where it lies, its text as it was judged, and what came of it."""

    path: Path
    source: bytes
    result: AttemptResult
    at: str = field(default_factory=now)


def standings(graded: Sequence[Graded]) -> dict[str, Standing]:
    """What these say of their topics."""
    return {one.result.exercise: scored(one.result, view(one.result).left, one.at) for one in graded}


def remember(found: Workspace, graded: Sequence[Graded], part: str | None = None) -> list[str]:
    """Writes scores and results of attempts into the workspace; a part alone has no score.

    Returns lines for the user, where there is something to say.
    """
    said = []
    if part is None:
        said.append(found.remember(standings(graded)))
    kept = tuple(last.Checked(one.path.relative_to(found.folder).as_posix(), one.result, part) for one in graded)
    said.append(last.keep(found.folder, kept))
    return [line for line in said if line][:1]  # a folder that can't be written to says so once
