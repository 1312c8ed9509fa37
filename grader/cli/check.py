"""`grader check`: attempts in, verdicts out."""

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import msgspec

from grader import parts, workspace
from grader.catalog import Broken, Catalog, Exercise
from grader.errors import ExerciseError, GraderError, Unread, UsageError
from grader.formats import registry, targets
from grader.formats.notice import say
from grader.formats.report import Report
from grader.formats.targets import Target
from grader.formats.withheld import withheld
from grader.judge import protocol
from grader.judge.client import Judge
from grader.learner import catalogs, checking
from grader.learner.news import news
from grader.learner.style import LATER, Style, style
from grader.learner.told import Commands, Told, tell, typed
from grader.levels import Level
from grader.parts import Part
from grader.standing import now, second
from grader.verdicts import MAX_SEED, AttemptResult, ItemFault
from grader.visibility import Visibility
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
    all: bool = False  # every claim and every failure, and not one screen
    style: bool = False  # what could be written better, of what passes
    also: list[str] = field(default_factory=list)  # reports in files: NAME=FILE
    visibility: Visibility | None = None  # of what hidden tests have found


@dataclass(frozen=True)
class Selection:
    """What to check, and by which rules."""

    attempts: list[tuple[Exercise, Path]]
    broken: list[Broken]  # what was asked for, too, and is no whole exercise
    exercises: Catalog
    workspace: Workspace | None
    seed: int
    pass_mark: int
    require_isolation: Level | None
    signs: bool = False  # whether the judge is asked for them
    keep: bool = False  # there is a report of what can't be read or judged, too
    part: Part | None = None  # of the one topic that there is, where no more than it was asked for

    @property
    def single(self) -> bool:
        """Whether there is one topic, and no other."""
        return len(self.attempts) + len(self.broken) == 1

    @property
    def alone(self) -> bool:
        """Whether a problem spoils nothing: there is no other topic, and no report that somebody waits for."""
        return self.single and not self.keep


@dataclass(frozen=True)
class Check:
    """What came of it; for each fault there is one attempt without a result."""

    results: list[AttemptResult]
    faults: list[ItemFault]
    hello: protocol.Hello | None
    sources: dict[str, bytes] = field(default_factory=dict)  # of the attempts, by topic, as they were judged
    at: str = field(default_factory=now)


def run(options: Options) -> int:
    """Checks what was asked for and reports it; 0 if every attempt reached the pass mark, 1 if one did not, 3 if one
    has no result.
    """
    wanted = targets.parse(options.format, options.also)
    selection = select(options)
    _fit(wanted, selection)
    check = judge(selection, progress=options.format == "text")
    failed = [result for result in check.results if not checking.passes(result, selection.pass_mark)]
    status = GraderError.status if check.faults else 1 if failed else 0
    if status == 1 and any(registry.FORMATS[one.format].judges for one in wanted):
        status = 0
    try:
        report(options, selection, check, wanted)
    except (OSError, GraderError) as problem:
        remember(selection, _seen(options, check))
        if isinstance(problem, BrokenPipeError):
            raise Unread(status) from None
        raise
    remember(selection, _seen(options, check))
    return status


def _seen(options: Options, check: Check) -> Check:
    """What may be seen later, too, by who has this workspace."""
    if options.visibility in (None, Visibility.visible):
        return check
    return replace(check, results=list(map(withheld, check.results)))


def _fit(wanted: list[Target], selection: Selection) -> None:
    """Raises UsageError where a report can't be written as it was asked for, before anything is judged."""
    targets.check(wanted, [path for _, path in selection.attempts])
    for one in wanted:
        if registry.FORMATS[one.format].one and not selection.single:
            raise UsageError(f"{one.format} is a report of one topic: name a single one")


def select(options: Options) -> Selection:
    """What to check: a named file, the named topics, this folder's, or every started one."""
    if options.seed is not None and not 0 <= options.seed <= MAX_SEED:
        raise UsageError(f"--seed {options.seed} can't be taken: a seed is a whole number from 0 to {MAX_SEED}")
    found = None if options.attempt else workspace.find(config=options.config)
    exercises = catalogs.load(options.catalog, found)
    options, part = _with_part(options, exercises)
    chosen = _by_file(options, exercises) if options.attempt else _by_workspace(options, exercises, found)
    config = found.config if found else workspace.Config()
    return Selection(
        [(one, _place(one, options, found)) for one in chosen if isinstance(one, Exercise)],
        [one for one in chosen if isinstance(one, Broken)],
        exercises,
        found,
        config.seed if options.seed is None else options.seed,
        config.pass_mark if options.pass_mark is None else options.pass_mark,
        options.require_isolation,
        options.signs or "json" in _formats(options),
        part=part,
        keep=any(registry.FORMATS[name].keeps for name in _formats(options)),
    )


def _formats(options: Options) -> list[str]:
    return [options.format, *(text.partition("=")[0] for text in options.also)]


def _with_part(options: Options, exercises: Catalog) -> tuple[Options, Part | None]:
    """`TOPIC PART` as what it is: one topic, and a part of it, which may have several words."""
    topic, *others = options.topics or [""]
    if not others or not exercises.has(topic) or any(exercises.has(one) for one in others):
        return options, None
    return replace(options, topics=[topic]), parts.find(exercises.get(topic), " ".join(others))


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
    if selection.alone and selection.broken:
        raise ExerciseError(selection.broken[0].problem)
    jobs = [_job(selection, exercise, path) for exercise, path in selection.attempts]
    with Judge() as one:
        events = one.judge(jobs)
        if progress:
            from grader.formats.progress import watched

            events = watched(events)
        ends = [event for event in events if isinstance(event, protocol.Done | protocol.Fault)]
        hello = one.hello
    faults = [ItemFault(one.topic, None, one.problem) for one in selection.broken]
    for (exercise, _), job, end in zip(selection.attempts, jobs, ends, strict=True):
        if isinstance(end, protocol.Fault):
            faults.append(ItemFault(exercise.topic, job.name, end.message))
    if selection.alone and faults:
        raise GraderError(faults[0].message)
    exercises = {exercise.topic: exercise for exercise, _ in selection.attempts}
    done = [end.result for end in ends if isinstance(end, protocol.Done)]
    results = [checking.explained(result, exercises[result.exercise]) for result in done]
    sources = {exercise.topic: job.source for (exercise, _), job in zip(selection.attempts, jobs, strict=True)}
    return Check([_of_part(result, selection.part) for result in results], faults, hello, sources)


def _job(selection: Selection, exercise: Exercise, path: Path) -> protocol.Job:
    """Raises UsageError if the one attempt that there is can't be read; among others it is not judged, and says why."""
    job = checking.job(exercise, path, selection.workspace, selection.seed, alone=selection.alone)
    return msgspec.structs.replace(
        job,
        require_isolation=selection.require_isolation,
        signs=selection.signs,
        tests=(selection.part.test_class,) if selection.part else (),
    )


def _of_part(result: AttemptResult, part: Part | None) -> AttemptResult:
    """What concerns a part alone, where no more was asked for."""
    if part is None:
        return result
    return msgspec.structs.replace(result, tests=tuple(test for test in result.tests if test.part == part.name))


def remember(selection: Selection, check: Check) -> None:
    """Writes scores and results into the workspace, if there is one; a part alone has no score."""
    if selection.workspace is None:
        return
    for line in checking.remember(selection.workspace, _graded(selection, check), _part(selection)):
        say(line)


def _graded(selection: Selection, check: Check) -> list[checking.Graded]:
    paths = {exercise.topic: path for exercise, path in selection.attempts}
    return [checking.Graded(paths[one.exercise], check.sources[one.exercise], one, check.at) for one in check.results]


def _part(selection: Selection) -> str | None:
    return selection.part.name if selection.part else None


def report(options: Options, selection: Selection, check: Check, wanted: list[Target]) -> None:
    """The one step that prints."""
    made = _report(options, selection, check)
    targets.deliver(wanted, made)
    if options.format == targets.TERMINAL:
        _report_to_people(options, selection, made.withheld())
    for fault in check.faults:
        say(fault.message)


def _report(options: Options, selection: Selection, check: Check) -> Report:
    """What all formats are written from."""
    asked = options.style or any(registry.FORMATS[name].styles for name in _formats(options))
    styles = _styles(selection, check) if asked else None

    after = cache(lambda: _after(options, selection, check))

    def told(result: AttemptResult) -> Told:
        one = _told(options, selection, check, result, after())
        return replace(one, style=styles[result.exercise]) if styles is not None else one

    return Report(
        check.results,
        told,
        second(check.at),
        selection.seed,
        check.faults,
        check.hello,
        _part(selection),
        styles,
        options.visibility,
    )


def _report_to_people(options: Options, selection: Selection, made: Report) -> None:
    from grader.formats import console, pager, screen, several, terminal

    lines = [*_not_run(made), *_news(options, selection)]
    if lines:
        screen.before(lines, console.output())
    told = made.told
    if options.all or options.signs:
        pager.page(console.output(), terminal.report(told, console.output()), console.rows())
    elif selection.single and told:
        screen.show(told[0], console.output(), console.rows() - len(lines))
    elif told:
        several.show(told, console.output())


def _not_run(made: Report) -> list[str]:
    """What a student edition does not have, of each attempt."""
    from grader.formats.words import public_only

    several = len(made.results) > 1
    said = [(one.exercise, public_only(one)) for one in made.results]
    return [f"{topic}: {words}" if several else words for topic, words in said if words]


def _styles(selection: Selection, check: Check) -> dict[str, Style]:
    """What there is to say of style, by topic: of an attempt that works, and of no other."""
    exercises = {exercise.topic: exercise for exercise, _ in selection.attempts}
    return {
        topic: style(exercises[topic], check.sources[topic])
        if checking.passes(result, selection.pass_mark)
        else Style(problem=LATER)
        for result in check.results
        for topic in [result.exercise]
    }


def _news(options: Options, selection: Selection) -> list[str]:
    """What there is to say of each topic, apart from this check."""
    option = catalogs.option(options.catalog, selection.workspace)
    return [
        line
        for exercise, _ in selection.attempts
        for line in news(selection.workspace, exercise, options.topics, typed("update", *option))
    ]


def _told(options: Options, selection: Selection, check: Check, result: AttemptResult, after: str) -> Told:
    (exercise, path) = next(one for one in selection.attempts if one[0].topic == result.exercise)
    return tell(
        result,
        exercise,
        path,
        check.sources[exercise.topic],
        _commands(options, selection, exercise, after),
        checking.passes(result, selection.pass_mark),
        selection.pass_mark,
        _part(selection),
    )


def _after(options: Options, selection: Selection, check: Check) -> str:
    """What comes when all holds: the next topic, as the workspace stands after this check."""
    found = selection.workspace
    if found is None:
        return "Well done."
    option = catalogs.option(options.catalog, found)
    if selection.part is not None:
        return f"Next: the other parts: {typed('check', selection.attempts[0][0].topic, *option)}"
    from grader.formats import standing
    from grader.learner import course

    way = course.course(selection.exercises, found, checking.standings(_graded(selection, check)))
    beside = ""
    if selection.single and found.config.solution and selection.attempts[0][0].reference.is_file():
        beside = f"\nBeside the reference: {typed('solution', selection.attempts[0][0].topic, *option)}"
    return standing.after(way, option) + beside


def _commands(options: Options, selection: Selection, exercise: Exercise, after: str) -> Commands:
    """What to type next, from where this was typed."""
    found = selection.workspace
    topic = None if found is not None and found.is_here(exercise) else exercise.topic
    catalog_too = catalogs.option(options.catalog, found)
    options_too = (
        *(("--attempt", options.attempt) if options.attempt else ()),
        *catalog_too,
    )
    everything = typed("check", topic, *options_too, "--all")
    start = typed("start", exercise.topic, *catalog_too)
    return Commands(
        again=typed("check", topic, *options_too),
        everything=everything,
        whole=typed("show", *catalog_too) if found else everything,
        hint=f"a hint: {typed('hint', topic, *catalog_too)}" if found else f"hints come with {start}",
        after=after,
    )
