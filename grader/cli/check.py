"""`grader check`: attempts in, verdicts out."""

from dataclasses import replace

from grader.cli.judging import Check, graded, judge
from grader.cli.reporting import report
from grader.cli.selection import Options, Selection, select
from grader.errors import GraderError, Unread, UsageError
from grader.formats import registry, targets
from grader.formats.notice import say
from grader.formats.targets import Target
from grader.formats.withheld import withheld
from grader.learner import checking
from grader.visibility import Visibility


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


def remember(selection: Selection, check: Check) -> None:
    """Writes scores and results into the workspace, if there is one; a part alone has no score."""
    if selection.workspace is None:
        return
    for line in checking.remember(selection.workspace, graded(selection, check), selection.part_name):
        say(line)
