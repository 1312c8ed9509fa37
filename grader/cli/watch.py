"""`grader watch`: an attempt is checked whenever it is saved."""

import contextlib
import errno
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from grader import workspace
from grader.catalog import Catalog, Exercise
from grader.errors import UsageError
from grader.formats.live import Live
from grader.learner import catalogs, course, editor
from grader.learner.keys import Inbox, Keyboard
from grader.learner.saves import Saves
from grader.learner.told import typed
from grader.learner.warm import Warm
from grader.learner.watching import Saved, Watching
from grader.workspace import Workspace


def run(topic: str | None, folder: Path | None, poll: bool) -> int:
    """Watches an attempt until somebody quits. Raises UsageError where there is no terminal, or no topic is meant."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        again = typed("check", topic, *catalogs.option(folder, None))
        raise UsageError(f"watch needs a terminal, and there is none here: check once with {again}")
    found = workspace.need()
    exercises = catalogs.load(folder, found)
    exercise = _chosen(topic, found, exercises)
    live = Live()
    with (
        contextlib.closing(Inbox()) as inbox,
        Keyboard() as keyboard,
        keyboard.signals(inbox.post),
        contextlib.closing(_Outside(found, folder, keyboard, inbox, poll)) as outside,
        Warm(inbox.post) as judge,
    ):
        watching = Watching(found, exercises, exercise, judge, live, outside)
        outside.follow(watching.path)
        with _until_left():
            watching.begin()
            while not watching.over:
                watching.handle(inbox.next(keyboard))
    with _until_left():
        live.over()
    return 0


@contextlib.contextmanager
def _until_left() -> Iterator[None]:
    """Until somebody leaves by Ctrl-C, or closes the window: both are ordinary ways to leave."""
    try:
        yield
    except KeyboardInterrupt:
        return
    except OSError as problem:
        if problem.errno != errno.EIO:
            raise


def _chosen(topic: str | None, found: Workspace, exercises: Catalog) -> Exercise:
    if topic is not None:
        exercise = exercises.get(topic)
        found.need_started(exercise)
        return exercise
    meant = course.unfinished(found, exercises)
    if not meant:
        raise UsageError("nothing is at work here: begin with grader start TOPIC, or name one with grader watch TOPIC")
    if len(meant) > 1:
        raise UsageError(f"watch which topic? grader watch TOPIC, one of {', '.join(one.topic for one in meant)}")
    return meant[0]


class _Outside:
    """What the loop leaves to other commands, to the editor and to the system."""

    def __init__(self, found: Workspace, folder: Path | None, keyboard: Keyboard, inbox: Inbox, poll: bool) -> None:
        self._found = found
        self._folder = folder
        self._keyboard = keyboard
        self._inbox = inbox
        self._poll = poll
        self._saves: Saves | None = None
        self._timer: threading.Timer | None = None

    def page(self, key: str, exercise: Exercise) -> None:
        """Prints what `h`, `l` or `s` is for."""
        if key == "h":
            from grader.cli import hint

            hint.run([exercise.topic], self._folder)
        elif key == "l":
            from grader.cli import list as topics

            topics.run(self._folder)
        else:
            from grader.cli import solution

            with self._keyboard.released():
                solution.run(exercise.topic, False, self._folder)

    def edit(self, path: Path) -> None:
        """Lends the terminal to the learner's editor."""
        with self._keyboard.released():
            editor.open_file(path)

    def follow(self, path: Path) -> None:
        """Looks at another file from here on."""
        if self._saves is not None:
            self._saves.close()
        self._saves = Saves(self._found.folder, path, lambda: self._inbox.post(Saved()), self._poll)

    def later(self, seconds: float, event: object) -> None:
        """Posts an event after so long, and none that was announced before."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(seconds, self._inbox.post, [event])
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        if self._saves is not None:
            self._saves.close()
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
