"""Where a learner stands, in words: one topic, a whole catalog, and the next step."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.formats.console import write
from grader.formats.text import counted, points, safe
from grader.learner.catalogs import Option
from grader.learner.course import Course, Stop
from grader.learner.told import typed
from grader.standing import Score

BAR = 30  # characters
NARROW = 60  # columns, below which a topic has two lines


def show(way: Course, console: Console, option: Option) -> None:
    """Writes every topic by chapter, a bar over all of them, and the next step; `option` is what there is to say of
    the catalog.
    """
    width = max(len(stop.topic) for stop in way.stops)
    for chapter, stops in way.chapters:
        write(console, Text(safe(chapter), style="bold"))
        for stop in stops:
            _line(stop, way, width, console)
        write(console, Text())
    write(console, Text(f"{bar(way)}  {total(way)}", style="bold"))
    write(console, Text(safe(next_step(way, option))))


def _line(stop: Stop, way: Course, width: int, console: Console) -> None:
    said, more = words(stop, way.pass_mark), "; ".join(_details(stop))
    if console.width < NARROW:
        write(console, Text(f"  {stop.topic}\n    {said}" + (f"\n    {more}" if more else "")))
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=width + 2, no_wrap=True)
    table.add_column(overflow="fold")
    style = "green" if stop.standing.passed(way.pass_mark) else ""
    table.add_row(f"  {stop.topic}", Text(said + (f"   {more}" if more else ""), style=style))
    write(console, table)


def words(stop: Stop, pass_mark: int) -> str:
    """How far a topic is: its best points, and the last ones where they are fewer."""
    standing = stop.standing
    if not standing.checked:
        return "started" if stop.started else "-"
    best = _points(standing.best)
    if standing.done:
        said = f"done, {best} points"
    elif standing.passed(pass_mark):
        said = f"passed, {best} points"
    else:
        said = f"{best} points"
    return f"{said}; the last check {_points(standing.last)}" if standing.last.share < standing.best.share else said


def _details(stop: Stop) -> Iterator[str]:
    """When that was, by which version where there is another now, and whether the solution was seen before."""
    best, gave_up = stop.standing.best, stop.standing.gave_up
    if best.day:
        yield best.day
    if best.version and best.version != stop.exercise.manifest.version:
        yield f"by version {best.version}, now {stop.exercise.manifest.version}"
    if gave_up:
        yield f"solution seen {gave_up[:10]}"


def _points(score: Score) -> str:
    from fractions import Fraction

    return points(Fraction(score.score), Fraction(score.max_score))


def bar(way: Course) -> str:
    """How much of all points there is."""
    filled = int(BAR * way.points / way.max_points)
    return f"[{'#' * filled}{'-' * (BAR - filled)}]"


def total(way: Course) -> str:
    """`2 of 6 topics done, 61 of 181 points`."""
    return f"{len(way.done)} of {counted(len(way.stops), 'topic')} done, {points(way.points, way.max_points)} points"


def next_step(way: Course, option: Option) -> str:
    """What to do next, in a line."""
    if way.unfinished is not None:
        stop = way.unfinished
        parts = stop.standing.last.left
        work = f"{parts[0]} of {stop.topic}" if parts else stop.topic
        return f"Next: {work}: {typed('check', None if stop.topic == way.here else stop.topic, *option)}"
    if way.next is not None:
        return f"Next: {way.next.topic}: {typed('next', *option)}"
    return the_end(way)


def after(way: Course, option: Option) -> str:
    """What comes after a topic that is done, in a sentence."""
    if way.next is None:
        return the_end(way)
    return f"Next: {way.next.topic} ({typed('next', *option)})."


def the_end(way: Course) -> str:
    """What there is to say when nothing is left to do."""
    seen = [stop.topic for stop in way.stops if not stop.standing.passed(way.pass_mark)]
    if seen:
        return f"Nothing is left to begin; given up, and worth another try: {', '.join(seen)}."
    return "All topics are done." if len(way.stops) > 1 else "That is done, and there is no other topic."
