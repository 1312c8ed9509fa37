"""`grader` alone: where one stands, and what to do next."""

from grader import workspace
from grader.formats import console, standing
from grader.formats.notice import say
from grader.formats.text import counted, wrapped
from grader.learner import begun, catalogs, course
from grader.learner.course import Course
from grader.workspace import Workspace

HELP = ("help", "grader --help")


def run() -> int:
    """Says it in a few lines, in a workspace and outside of one."""
    found = workspace.find()
    exercises = catalogs.load(None, found)
    way, problem = course.recalled(exercises, found)
    said, steps = _stand(way, found)
    for line in said:
        print(wrapped(line, min(console.output().width, 80)))
    print()
    for word, what in [*steps, HELP]:
        print(f"  {word:10}{what}")
    if problem:
        say(problem)
    return 0


def _stand(way: Course, found: Workspace | None) -> tuple[list[str], list[tuple[str, str]]]:
    """A few sentences, and a word and what to type for each thing that can be done next."""
    stop = way.next
    catalogue = ("topics", "grader list")
    if found is None or not any(one.started or one.standing.checked for one in way.stops):
        there_is = "There is" if len(way.stops) == 1 else "There are"
        first = f", {stop.topic} first" if stop else ""
        said = f"Nothing is started here yet. {there_is} {counted(len(way.stops), 'topic')}{first}."
        return [said], [("begin", "grader next"), catalogue]
    if stop is None:
        return [f"{standing.total(way)}.", standing.the_end(way)], [("progress", "grader progress"), catalogue]
    if way.unfinished is None:
        return [f"{standing.total(way)}.", f"Next: {stop.topic}."], [
            ("begin", "grader next"),
            ("progress", "grader progress"),
        ]
    left = stop.standing.last.left
    at_work = f"At work: {stop.topic}, {standing.words(stop, way.pass_mark)}"
    part = f", part {left[0]}" if left else ""
    hint = ("hint", "grader hint" if stop.topic == way.here else f"grader hint {stop.topic}")
    steps = [*begun.steps(stop.exercise, found, ()), hint, ("progress", "grader progress")]
    return [f"{standing.total(way)}.", f"{at_work}{part}."], steps
