"""`grader show`: a failure of the last check, whole."""

from pathlib import Path

from grader import files, workspace
from grader.errors import GraderError, UsageError
from grader.formats import console, terminal
from grader.formats.text import counted
from grader.learner import catalogs, last
from grader.learner.told import Commands, Told, tell
from grader.workspace import Workspace


def run(number: int, folder: Path | None) -> int:
    """Shows failure `number`, from 1, counted through all attempts of the last check."""
    found = workspace.need()
    all_told = [_told(found, one, folder) for one in last.read(found.folder)]
    failures = [(told, place) for told in all_told for place in range(len(told.view.failures))]
    if not failures:
        raise UsageError("nothing failed in the last check: see it again with grader check")
    if number > len(failures):
        raise UsageError(f"the last check has {counted(len(failures), 'failure')}: grader show 1 shows the first")
    terminal.show_failure(*failures[number - 1], console.output())
    return 0


def _told(found: Workspace, checked: last.Checked, folder: Path | None) -> Told:
    exercise = catalogs.load(folder, found).get(checked.result.exercise)
    path = found.attempt(exercise)
    try:
        source = files.read_attempt(path)
    except GraderError:
        source = b""
    nothing = Commands("", "", "", "", "")
    return tell(checked.result, exercise, path, source, nothing, checked.result.full, 100, checked.part)
