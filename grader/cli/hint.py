"""`grader hint`: the next hint, or one again."""

import sys
from pathlib import Path

from grader import workspace
from grader.catalog import WHOLE
from grader.formats import console
from grader.formats.notice import say
from grader.formats.text import safe, wrapped
from grader.learner import catalogs, hints
from grader.learner.hints import Hint
from grader.learner.told import typed
from grader.standing import hinted
from grader.workspace import Workspace


def run(words: list[str], folder: Path | None) -> int:
    """Shows the next hint for the part at work or for the named one, or the one of that number again."""
    found = workspace.need()
    exercises = catalogs.load(folder, found)
    hint = hints.choose(hints.read(words, found, exercises), found)
    again = _Again(hint, found, catalogs.option(folder, found))
    width = min(console.output().width, 80)
    if hint.number is None:
        print(wrapped(_none_left(hint, again), width))
        return 0
    print(safe(f"{_subject(hint)}: hint {hint.number} of {len(hint.texts)}"))
    print()
    print(safe(wrapped(hint.text, width)))
    print()
    print(wrapped(_after(hint, again), width))
    sys.stdout.flush()  # what nobody has seen is not remembered
    assert hint.part
    if line := found.remember({hint.exercise.topic: hinted(hint.part, hint.number)}):
        say(line)
    return 0


class _Again:
    """What to type to see a hint, from here."""

    def __init__(self, hint: Hint, found: Workspace, option: catalogs.Option) -> None:
        self._topic = None if found.is_here(hint.exercise) else hint.exercise.topic
        self._option = option

    def __call__(self, part: str | None = None, number: int | None = None) -> str:
        return typed("hint", self._topic, part, str(number) if number else None, *self._option)


def _subject(hint: Hint) -> str:
    return hint.exercise.topic if hint.part in (WHOLE, None) else f"{hint.exercise.topic}, {hint.part}"


def _none_left(hint: Hint, again: _Again) -> str:
    if hint.part is None:
        part = next(iter(hint.exercise.manifest.hints_by_part))
        return f"Every part of {_subject(hint)} is done; no hint is needed. To see one again: {again(part, 1)}"
    if not hint.texts:
        return f"{_subject(hint)} has no hint."
    count = len(hint.texts)
    shown = "the one hint that there is was shown" if count == 1 else f"all {count} hints were shown"
    return f"{_subject(hint)}: {shown}. To see one again: {again(hint.part, count)}"


def _after(hint: Hint, again: _Again) -> str:
    assert hint.number
    left = len(hint.texts) - hint.number
    if left == 0:
        return "That was the last one." if hint.part == WHOLE else f"That was the last one for {hint.part}."
    return f"{left} more: {again(None if hint.part == WHOLE else hint.part)}"
