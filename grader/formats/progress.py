"""What is shown while a check runs: one line on standard error, gone when it ends."""

from collections.abc import Iterator

from rich.progress import BarColumn, Progress, TextColumn

from grader.formats import console
from grader.judge import protocol


def watched(events: Iterator[protocol.Event]) -> Iterator[protocol.Event]:
    """Passes `events` on and shows how far they are; silent where nobody watches."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=24), TextColumn("{task.completed}/{task.total}"))
    out = console.errors()
    with Progress(*columns, console=out, transient=True, disable=console.in_ci() or not out.is_terminal) as bar:
        task = bar.add_task("starting", total=None)
        for event in events:
            if isinstance(event, protocol.Began):
                bar.reset(task, description=event.exercise, total=event.tests)
            elif isinstance(event, protocol.Judged):
                bar.advance(task)
            yield event
