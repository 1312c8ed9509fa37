"""`grader start`: the stub and the brief of a topic, into the workspace."""

from pathlib import Path

from grader import catalog, workspace
from grader.judge.keeper import packages
from grader.report.notice import say


def run(topic: str, folder: Path | None) -> int:
    """Starts a topic; a second time it says so and changes nothing."""
    exercise = catalog.load(folder).get(topic)
    before = workspace.find()
    found = before or workspace.make(Path.cwd())
    try:
        started = found.start(exercise)
    except BaseException:
        if before is None:
            (found.folder / workspace.CONFIG).unlink()
        raise
    attempt = found.attempt(exercise)
    if not started:
        print(f"{exercise.topic} is started already; nothing was changed.")
    print(f"  brief    {_shown(attempt.with_name('README.md'))}")
    print(f"  edit     {_shown(attempt)}")
    print(f"  check    grader check {exercise.topic}")
    if absent := packages.missing(exercise.manifest.packages):
        say(f"{exercise.topic} {packages.needs(absent)}")
    return 0


def _shown(path: Path) -> str:
    here = Path.cwd().resolve()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
