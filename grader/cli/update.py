"""`grader update`: the catalog's version of what was started, without losing work."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from grader import workspace
from grader.catalog import Broken, Exercise
from grader.errors import GraderError, UsageError
from grader.formats import console
from grader.formats.notice import say
from grader.formats.text import counted, safe
from grader.learner import catalogs
from grader.learner.told import typed
from grader.learner.update import Updated, update
from grader.learner.where import Where
from grader.workspace import Workspace


def run(topics: list[str], folder: Path | None) -> int:
    """Updates the named topics, or all that were started; 0 if nothing is left to do, 1 if conflicts are to be settled,
    3 if a topic is broken or can't be written.
    """
    found = workspace.need()
    exercises = catalogs.load(folder, found)
    option = catalogs.option(folder, found)
    chosen = exercises.choose(topics) if topics else found.started(exercises)
    status, idle, done = 0, 0, list[Updated]()
    if not chosen:
        raise UsageError(f"nothing is started in this workspace: begin with {typed('start', 'TOPIC', *option)}")
    for one in chosen:
        try:
            updated = update(found, _started(found, one))
        except GraderError as problem:
            if len(chosen) == 1:
                raise
            say(str(problem))
            status = max(status, problem.status)
            continue
        if updated.steps or updated.before != updated.now:
            done.append(updated)
        else:
            idle += 1
        status = max(status, 1 if updated.to_settle else 0)
    if idle:
        print(f"{counted(idle, 'topic')} {'needs' if idle == 1 else 'need'} no update.")
    for updated in done:  # what to do next comes last
        for line in _lines(updated, found, option):
            print(safe(line))
    return status


def _started(found: Workspace, one: Exercise | Broken) -> Exercise:
    if isinstance(one, Broken):
        raise GraderError(one.problem)
    found.need_started(one)
    return one


def _lines(updated: Updated, found: Workspace, option: catalogs.Option) -> Iterator[str]:
    width = console.output().width
    versions = f"version {updated.now}"
    if updated.before not in (None, updated.now):
        versions = f"from version {updated.before} to {updated.now}"
    yield f"{updated.topic}: {versions}"
    for number, words in updated.changes:
        yield from _folded(f"{number}  {words}", width)
    for step in updated.steps:
        yield from _folded(f"{step.file} {step.words}.".strip(), width)
    if updated.to_settle:
        file = Where(found.folder / updated.topic / updated.to_settle, "").file
        again = typed("update", updated.topic, *option)
        yield from _folded(
            f"Next: mend {file}, then {again} puts it in place; or delete it to keep yours, and type the same.",
            width,
            "",
        )
    else:
        yield f"Next: {typed('check', updated.topic, *option)}"


def _folded(text: str, width: int, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
