"""`grader check`: attempts in, verdicts out."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec

from grader import catalog, files, misconceptions, workspace
from grader.catalog import Catalog, Exercise
from grader.errors import GraderError, Unread, UsageError
from grader.judge import protocol
from grader.judge.client import Judge
from grader.report.notice import say
from grader.verdicts import MAX_SEED, AttemptResult, Level
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
    workspace: Workspace | None
    seed: int
    pass_mark: int
    require_isolation: Level | None
    signs: bool = False  # whether the judge is asked for them


@dataclass(frozen=True)
class Check:
    """What came of it."""

    results: list[AttemptResult]
    hello: protocol.Hello | None


def run(options: Options) -> int:
    """Checks what was asked for and reports it; 0 if every attempt reached the pass mark, else 1."""
    selection = select(options)
    check = judge(selection, progress=options.format == "text")
    status = 0 if all(passes(result, selection.pass_mark) for result in check.results) else 1
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
    attempts = _by_file(options, exercises) if options.attempt else _by_workspace(options, exercises, found)
    config = found.config if found else workspace.Config()
    return Selection(
        attempts,
        found,
        config.seed if options.seed is None else options.seed,
        config.pass_mark if options.pass_mark is None else options.pass_mark,
        options.require_isolation,
        options.signs or options.format == "json",
    )


def _by_file(options: Options, exercises: Catalog) -> list[tuple[Exercise, Path]]:
    assert options.attempt
    if len(options.topics) > 1:
        raise UsageError("one file is an attempt of one topic: name a single topic with --attempt")
    topic = options.topics[0] if options.topics else options.attempt.stem
    return [(exercises.get(topic), options.attempt.absolute())]


def _by_workspace(options: Options, exercises: Catalog, found: Workspace | None) -> list[tuple[Exercise, Path]]:
    topics = [exercises.get(topic) for topic in options.topics]
    found = found or workspace.need()
    if not topics:
        topics = _topic_here(found, exercises) or found.started(exercises)
    if not topics:
        raise UsageError("nothing is started in this workspace: begin with grader start TOPIC")
    for exercise in topics:
        if not found.is_started(exercise):
            raise UsageError(f"{exercise.topic} is not started: begin with grader start {exercise.topic}")
    return [(exercise, found.attempt(exercise)) for exercise in topics]


def _topic_here(found: Workspace, exercises: Catalog) -> list[Exercise]:
    """The exercise whose folder the current one is, or lies in."""
    here = Path.cwd().resolve()
    folders = {found.attempt(exercise).parent: exercise for exercise in exercises}
    return [folders[folder] for folder in (here, *here.parents) if folder in folders][:1]


def judge(selection: Selection, progress: bool) -> Check:
    """Has the judge work through the selection. Raises GraderError if it or a suite is at fault."""
    jobs = [
        protocol.Job(
            folder=str(exercise.folder),
            name=os.fsencode(path.name).decode("utf-8", "backslashreplace"),
            source=files.read_attempt(path),
            seed=selection.seed,
            require_isolation=selection.require_isolation,
            signs=selection.signs,
        )
        for exercise, path in selection.attempts
    ]
    with Judge() as one:
        events = one.judge(jobs)
        if progress:
            from grader.report.progress import watched

            events = watched(events)
        return Check(_explained(list(_results(events)), selection), one.hello)


def _explained(results: list[AttemptResult], selection: Selection) -> list[AttemptResult]:
    """Each result with the misconceptions that it looks like."""
    exercises = {exercise.topic: exercise for exercise, _ in selection.attempts}
    return [
        msgspec.structs.replace(result, misconceptions=misconceptions.look(result, exercises[result.exercise]))
        for result in results
    ]


def _results(events: Iterator[protocol.Event]) -> Iterator[AttemptResult]:
    for event in events:
        if isinstance(event, protocol.Fault):
            raise GraderError(event.message)
        if isinstance(event, protocol.Done):
            yield event.result


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
        import sys

        from grader.report import json

        sys.stdout.write(json.render(json.document(check.results, check.hello, selection.seed)))
        sys.stdout.flush()
        return
    from grader.report import console, terminal

    terminal.show(check.results, console.output())
