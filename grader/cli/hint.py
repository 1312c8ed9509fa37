"""`grader hint`: the next hint of a topic."""

import sys
from pathlib import Path

from grader import catalog, workspace
from grader.catalog import Catalog, Exercise
from grader.errors import UsageError
from grader.memory import Standing
from grader.report.notice import say
from grader.workspace import Workspace


def run(topic: str | None, folder: Path | None) -> int:
    """Shows one hint more than last time; after the last it starts again from the first."""
    exercises = catalog.load(folder)
    found = workspace.need()
    exercise = exercises.get(topic) if topic else _topic_at_hand(found, exercises)
    hints = exercise.manifest.hints
    taken = found.standings().get(exercise.topic, Standing()).hints % len(hints)
    print(f"{exercise.topic}, hint {taken + 1} of {len(hints)}")
    print()
    print(_wrapped(hints[taken]))
    if taken + 1 == len(hints):
        print("\nThat was the last one; the next time it starts again from the first.")
    sys.stdout.flush()  # what nobody has seen is not remembered
    if line := found.remember({exercise.topic: {"hints": taken + 1}}):
        say(line)
    return 0


def _topic_at_hand(found: Workspace, exercises: Catalog) -> Exercise:
    """The topic of this folder, or else the only one that is started and not done."""
    standings = found.standings()
    for one in found.topic_here(exercises):
        return exercises.get(one.topic)
    open_ones = [one for one in found.started(exercises) if not standings.get(one.topic, Standing()).done]
    if len(open_ones) == 1:
        return exercises.get(open_ones[0].topic)
    raise UsageError("a hint for which topic? grader hint TOPIC")


def _wrapped(text: str) -> str:
    import textwrap

    paragraphs = text.strip().split("\n\n")
    # Code in a hint keeps its lines.
    wrapped = [one if "\n " in one or one.startswith(" ") else textwrap.fill(one, 78) for one in paragraphs]
    return "\n\n".join(wrapped)
