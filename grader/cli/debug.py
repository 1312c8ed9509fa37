"""`grader debug`: the failing case of the last check, under pdb."""

import sys
from pathlib import Path

from grader import files, workspace
from grader.errors import UsageError
from grader.formats.text import safe
from grader.learner import catalogs, last
from grader.learner.view import view
from grader.learner.where import Where
from grader.verdicts import TestResult


def run(topic: str | None, folder: Path | None, print_it: bool) -> int:
    """Debugs the case, or prints it where that is asked for or nobody sits at a terminal; 0 when it came to an end."""
    found = workspace.need()
    asked = catalogs.load(folder, found).find(topic).topic if topic else None
    one, test = _failing(last.read(found.folder), asked)
    path = found.folder / one.path
    module = one.result.exercise.replace("-", "_")
    if path.stem != module:
        raise UsageError(f"{path.name} is to be called {module}.py now: grader update renames it")
    files.read_attempt(path)
    assert test.evidence is not None
    case = f"{test.evidence.snippet}\n"
    where = Where(path, module)
    if print_it or not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(safe(f"# {test.claim.rstrip('.')}\n# {where.prompt}\n") + case, end="")
        return 0
    from grader.learner import debugger

    print(safe(f"Outside the jail: your own code on your own machine. {where.file} under pdb, at: {test.claim}"))
    sys.stdout.flush()
    debugger.start(case, path)
    return 0


def _failing(checks: tuple[last.Checked, ...], asked: str | None) -> tuple[last.Checked, TestResult]:
    """The attempt and its failure to work on first. Raises UsageError if there is none that can be run."""
    chosen = [one for one in checks if asked in (None, one.result.exercise)]
    for one in chosen:
        seen = view(one.result)
        failing = [test for test in seen.failures if test.evidence and test.evidence.snippet]
        if failing:
            return one, failing[0]
    message = next((one.result.message for one in chosen if one.result.message), None)
    of = f" of {asked}" if asked else ""
    if message:
        raise UsageError(f"the last check{of} came to no case: {message}")
    again = f"grader check {asked}" if asked else "grader check"
    raise UsageError(f"nothing failed in the last check{of} that could be debugged: {again} looks again")
