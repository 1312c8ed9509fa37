"""`grader check`: attempts in, verdicts out."""

import os
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec

from grader import catalog, files, misconceptions, workspace
from grader.catalog import Broken, Catalog, Exercise
from grader.errors import ExerciseError, GraderError, Unread, UsageError
from grader.judge import protocol
from grader.judge.client import Judge
from grader.report.notice import say
from grader.verdicts import MAX_SEED, AttemptResult, ItemFault, Level
from grader.workspace import Workspace


@dataclass(frozen=True)
class Options:
    """What was typed."""

    topics: list[str]
    attempt: Path | None
    catalog: Path | None
    format: str
    seed: int | None
    pass_mark: int | None
    require_isolation: Level | None = None
    signs: bool = False  # shown in the report for people; a program gets them always
    config: bool = True  # off where no word of the workspace's own settings is taken


@dataclass(frozen=True)
class Selection:
    """What to check, and by which rules."""

    attempts: list[tuple[Exercise, Path]]
    broken: list[Broken]  # what was asked for, too, and is no whole exercise
    workspace: Workspace | None
    seed: int
    pass_mark: int
    require_isolation: Level | None
    signs: bool = False  # whether the judge is asked for them

    @property
    def single(self) -> bool:
        """Whether there is nothing else that a problem could spoil."""
        return len(self.attempts) + len(self.broken) == 1


@dataclass(frozen=True)
class Check:
    """What came of it; for each fault there is one attempt without a result."""

    results: list[AttemptResult]
    faults: list[ItemFault]
    hello: protocol.Hello | None


def run(options: Options) -> int:
    """Checks what was asked for and reports it; 0 if every attempt reached the pass mark, 1 if one did not, 3 if one
    has no result.
    """
    selection = select(options)
    check = judge(selection, progress=options.format == "text")
    failed = [result for result in check.results if not passes(result, selection.pass_mark)]
    status = GraderError.status if check.faults else 1 if failed else 0
    try:
        report(options, selection, check)
    except OSError as problem:
        remember(selection, check)
        if isinstance(problem, BrokenPipeError):
            raise Unread(status) from None
        raise
    remember(selection, check)
    return status


def select(options: Options) -> Selection:
    """What to check: a named file, the named topics, this folder's, or every started one."""
    if options.seed is not None and not 0 <= options.seed <= MAX_SEED:
        raise UsageError(f"--seed {options.seed} can't be taken: a seed is a whole number from 0 to {MAX_SEED}")
    exercises = catalog.load(options.catalog)
    found = None if options.attempt else workspace.find(config=options.config)
    chosen = _by_file(options, exercises) if options.attempt else _by_workspace(options, exercises, found)
    config = found.config if found else workspace.Config()
    return Selection(
        [(one, _place(one, options, found)) for one in chosen if isinstance(one, Exercise)],
        [one for one in chosen if isinstance(one, Broken)],
        found,
        config.seed if options.seed is None else options.seed,
        config.pass_mark if options.pass_mark is None else options.pass_mark,
        options.require_isolation,
        options.signs or options.format == "json",
    )


def _by_file(options: Options, exercises: Catalog) -> list[Exercise | Broken]:
    assert options.attempt
    chosen = exercises.choose(options.topics or [options.attempt.stem])
    if len(chosen) > 1:
        raise UsageError("one file is an attempt of one topic: name a single topic with --attempt")
    return chosen


def _by_workspace(options: Options, exercises: Catalog, found: Workspace | None) -> list[Exercise | Broken]:
    chosen = exercises.choose(options.topics) if options.topics else []
    found = found or workspace.need()
    chosen = chosen or found.topic_here(exercises) or found.started(exercises)
    if not chosen:
        raise UsageError("nothing is started in this workspace: begin with grader start TOPIC")
    return chosen


def _place(exercise: Exercise, options: Options, found: Workspace | None) -> Path:
    if options.attempt:
        return options.attempt.absolute()
    assert found
    return found.attempt(exercise)


def judge(selection: Selection, progress: bool) -> Check:
    """Has the judge work through the selection. What is wrong with one item is its own; where there is no other,
    GraderError is raised.
    """
    if selection.single and selection.broken:
        raise ExerciseError(selection.broken[0].problem)
    jobs = [_job(selection, exercise, path) for exercise, path in selection.attempts]
    with Judge() as one:
        events = one.judge(jobs)
        if progress:
            from grader.report.progress import watched

            events = watched(events)
        ends = [event for event in events if isinstance(event, protocol.Done | protocol.Fault)]
        hello = one.hello
    faults = [ItemFault(one.topic, None, one.problem) for one in selection.broken]
    for (exercise, _), job, end in zip(selection.attempts, jobs, ends, strict=True):
        if isinstance(end, protocol.Fault):
            faults.append(ItemFault(exercise.topic, job.name, end.message))
    if selection.single and faults:
        raise GraderError(faults[0].message)
    return Check(_explained([end.result for end in ends if isinstance(end, protocol.Done)], selection), faults, hello)


def _job(selection: Selection, exercise: Exercise, path: Path) -> protocol.Job:
    """Raises UsageError if the one attempt that there is can't be read; among others it is not judged, and says why."""
    source, problem = b"", None
    try:
        if selection.workspace and not selection.workspace.is_started(exercise):
            raise UsageError(f"{exercise.topic} is not started: begin with grader start {exercise.topic}")
        source = files.read_attempt(path)
    except UsageError as error:
        if selection.single:
            raise
        here = f"{selection.workspace.folder}{os.sep}" if selection.workspace else ""
        problem = protocol.Unjudged("not_run", _text(str(error).replace(here, "")))  # the same wherever it lies
    return protocol.Job(
        folder=str(exercise.folder),
        name=_text(path.name),
        source=source,
        seed=selection.seed,
        unjudged=problem,
        require_isolation=selection.require_isolation,
        signs=selection.signs,
    )


def _text(name: str) -> str:
    """A text with names of files in it, which may be no Unicode."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _explained(results: list[AttemptResult], selection: Selection) -> list[AttemptResult]:
    """Each result with the misconceptions that it looks like."""
    exercises = {exercise.topic: exercise for exercise, _ in selection.attempts}
    return [
        msgspec.structs.replace(result, misconceptions=misconceptions.look(result, exercises[result.exercise]))
        for result in results
    ]


def remember(selection: Selection, check: Check) -> None:
    """Writes the scores into the workspace, if there is one."""
    if selection.workspace is None:
        return
    news = {one.exercise: {"score": str(one.score), "max_score": str(one.max_score)} for one in check.results}
    if line := selection.workspace.remember(news):
        say(line)


def passes(result: AttemptResult, pass_mark: int) -> bool:
    """Whether an attempt has at least `pass_mark` percent of the points."""
    return result.score >= result.max_score * Fraction(pass_mark, 100)


def report(options: Options, selection: Selection, check: Check) -> None:
    """The one step that prints."""
    if options.format == "json":
        from grader.report import json

        json.write(json.document(check.results, check.hello, selection.seed, check.faults))
    else:
        from grader.report import console, terminal

        terminal.show(check.results, console.output())
    for fault in check.faults:
        say(fault.message)
