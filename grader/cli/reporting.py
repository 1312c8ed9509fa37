"""What is said of a check: one report, from which every format is written."""

from dataclasses import replace
from functools import cache

from grader.catalog import Exercise
from grader.cli.judging import Check, graded
from grader.cli.selection import Options, Selection
from grader.formats import registry, targets
from grader.formats.notice import say
from grader.formats.report import Report
from grader.formats.targets import Target
from grader.learner import catalogs, checking
from grader.learner.news import news
from grader.learner.style import LATER, Style, style
from grader.learner.told import Commands, Told, tell, typed
from grader.standing import second
from grader.verdicts import AttemptResult


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
    asked = options.style or any(registry.FORMATS[name].styles for name in options.formats)
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
        selection.part_name,
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
        selection.part_name,
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

    way = course.course(selection.exercises, found, checking.standings(graded(selection, check)))
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
