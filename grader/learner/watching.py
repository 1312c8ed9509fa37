"""The loop around one attempt: it is judged when it is saved, and keys are for what else there is.

What happens comes in as events, from the file, the keyboard and the judge; what is to be seen goes to a `Live`. Nothing
here knows a terminal.
"""

import dataclasses
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from grader.catalog import Catalog, Exercise
from grader.errors import GraderError, UsageError
from grader.formats.live import Live
from grader.judge.protocol import Began, Done, Fault, Job, Judged
from grader.learner import checking, last
from grader.learner.checking import Graded
from grader.learner.course import course
from grader.learner.keys import Closed, Key, Resized
from grader.learner.told import Commands, Told, tell, typed
from grader.learner.view import View
from grader.learner.warm import Broke, Heard, Warm
from grader.verdicts import AttemptResult, TestResult
from grader.workspace import Workspace

PATIENCE_SECONDS = 1.0  # that a check goes on when the attempt is saved anew: to begin with another judge takes as long
KEYS = (
    ("n", "next", "the next topic, when this one is done"),
    ("h", "hint", "the next hint"),
    ("l", "list", "the topics, and where you stand"),
    ("c", "check all", "check every topic that is started"),
    ("r", "reset", "back to the stub; your attempt is kept"),
    ("s", "solution", "the reference, when this topic is done"),
    ("o", "open", "open the file in your editor"),
    ("a", "", "all claims and all failures of this check"),
    ("q", "quit", "quit; so does Ctrl-C"),
)
CHECKING = "checking …"
QUIT = frozenset({"q", "Q", "\x04"})


@dataclass(frozen=True)
class Saved:
    """The attempt's file may be another."""


class Outside(Protocol):
    """What lies outside the loop, and is done by the commands that can be typed for it."""

    def page(self, key: str, exercise: Exercise) -> None:
        """Prints what `h`, `l` or `s` is for. Raises GraderError."""

    def edit(self, path: Path) -> None:
        """Opens a file in the learner's editor. Raises GraderError."""

    def follow(self, path: Path) -> None:
        """From here on, it is this file of which one wants to know whether it was saved."""

    def later(self, seconds: float, event: object) -> None:
        """Has `event` come in after so long, and none that was announced before."""


@dataclass
class Check:
    """What the judge is at work on."""

    turn: int
    exercises: tuple[Exercise, ...]
    jobs: tuple[Job, ...]
    everything: bool  # each topic, and not the one at hand
    began: float = field(default_factory=time.monotonic)
    tests: int = 0
    seen: list[TestResult] = field(default_factory=list)
    ends: list[Done | Fault] = field(default_factory=list)
    shown: bool = False  # a failure of it is seen already


class Watching:
    """One session."""

    def __init__(
        self, found: Workspace, exercises: Catalog, exercise: Exercise, judge: Warm, live: Live, outside: Outside
    ) -> None:
        self.over = False
        self._found = found
        self._exercises = exercises
        self._exercise = exercise
        self._judge = judge
        self._live = live
        self._outside = outside
        self._check: Check | None = None
        self._looked: bytes | str | None = None  # what the file held, or why it could not be read, at the last look
        self._told: Told | None = None
        self._focus: str | None = None  # the failing test that is being worked on
        self._first = _failed_last(found, exercise)
        self._asks: Callable[[], None] | None = None  # what a `y` does
        self._redraw: Callable[[], None] = lambda: None
        self._notice = ""
        self._spoilt = False  # there is no result, for a reason that may be gone the next time

    @property
    def path(self) -> Path:
        return self._found.attempt(self._exercise)

    def begin(self) -> None:
        """The first check."""
        self._live.page()
        self._saved()

    def handle(self, event: object) -> None:
        """Does what an event asks for."""
        match event:
            case Saved():
                self._saved(force=self._spoilt)
            case Key(name):
                self._key(name)
            case Resized():
                self._live.resized()
                self._redraw()
            case Closed():
                self.over = True
            case Broke(problem):
                raise problem
            case Heard(turn, event) if self._check and self._check.turn == turn:
                self._heard(self._check, event)

    # --- the file ---

    def _saved(self, force: bool = False) -> None:
        """Has the attempt judged, if it is another than before."""
        if self._check and time.monotonic() - self._check.began < PATIENCE_SECONDS:
            self._outside.later(PATIENCE_SECONDS, Saved())  # or when this check ends
            return
        try:
            job = checking.job(self._exercise, self.path, self._found, self._found.config.seed)
            held: bytes | str = job.source
        except UsageError as problem:
            job, held = None, self._short(problem)
        if held == self._looked and not force:
            return
        self._looked = held
        if self._check:
            self._judge.give_up()
            self._check = None
        if job is None:
            self._told = None
            self._see(lambda: self._live.problem(self._exercise.topic, str(held), "It is checked when it is there."))
        else:
            job = msgspec.structs.replace(job, first=self._first, shrink=False)
            self._begin((self._exercise,), (job,))

    def _begin(self, exercises: tuple[Exercise, ...], jobs: tuple[Job, ...], everything: bool = False) -> None:
        self._asks, self._spoilt = None, False
        self._check = Check(self._judge.begin(jobs), exercises, jobs, everything)
        self._live.line(CHECKING)

    # --- the judge ---

    def _heard(self, check: Check, event: object) -> None:
        match event:
            case Began(tests=tests):
                check.tests, check.seen = tests, []  # a second time where a judge has died
            case Judged(test):
                check.seen.append(test)
                if test.verdict not in ("passed", "not_run") and not (check.shown or check.everything):
                    self._show_failure(check)
            case Done() | Fault():
                check.ends.append(event)
                if len(check.ends) == len(check.jobs):
                    self._check = None
                    self._done(check)

    def _show_failure(self, check: Check) -> None:
        """The first failing claim, before the rest is judged."""
        job = check.jobs[0]
        result = AttemptResult(self._exercise.topic, 0, job.name, tuple(check.seen), seed=job.seed)
        told = self._tell(self._exercise, job.source, result)
        if told.view.first and len(check.seen) < check.tests:
            check.shown = True
            self._live.report(dataclasses.replace(told, pending=f"{len(check.seen)} of {check.tests} tests so far"))
            self._live.line(CHECKING)

    def _done(self, check: Check) -> None:
        """All of it is judged."""
        graded = [
            Graded(self._found.attempt(exercise), job.source, checking.explained(end.result, exercise))
            for exercise, job, end in zip(check.exercises, check.jobs, check.ends, strict=True)
            if isinstance(end, Done)
        ]
        faults = [end.message for end in check.ends if isinstance(end, Fault)]
        said = checking.remember(self._found, graded)
        self._notice = " ".join(filter(None, [self._notice, *(faults if graded else ()), *said]))
        if check.everything and graded:
            self._several(check, graded)
        elif not graded:
            self._spoilt = True
            self._see(lambda: self._live.problem(self._exercise.topic, faults[0], "To try again, save the file."))
        else:
            self._one(graded[0])
        self._saved()

    def _one(self, graded: Graded) -> None:
        self._told = told = self._tell(self._exercise, graded.source, graded.result)
        view = told.view
        self._focus = view.first.id if view.first else None
        self._first = tuple(test.id for test in view.failures)
        self._see(lambda: self._live.report(told))

    def _several(self, check: Check, graded: Sequence[Graded]) -> None:
        by_topic: Mapping[str, Exercise] = {one.topic: one for one in check.exercises}
        all_told = [self._tell(by_topic[one.result.exercise], one.source, one.result) for one in graded]
        self._see(lambda: self._live.several(all_told))

    def _tell(self, exercise: Exercise, source: bytes, result: AttemptResult) -> Told:
        mark = self._found.config.pass_mark
        passes = checking.passes(result, mark)
        commands = Commands(
            again=typed("watch", exercise.topic),
            everything="press a",
            whole="press a",
            hint="a hint: press h",
            after=self._after() if passes else "",
        )
        told = tell(result, exercise, self._found.attempt(exercise), source, commands, passes, mark)
        return dataclasses.replace(told, view=_with_focus(told.view, self._focus))

    def _after(self) -> str:
        """What comes when all holds."""
        upcoming = course(self._exercises, self._found).next
        return f"Next: {upcoming.topic}, press n" if upcoming else "Every topic is done."

    # --- the keyboard ---

    def _key(self, name: str) -> None:
        if name in QUIT:
            self.over = True
        elif self._check:
            pass  # input is paused: what is typed now was meant for what was seen before
        elif self._asks:
            answer, self._asks = self._asks, None
            self._tried(answer if name in ("y", "Y") else self._redraw)
        else:
            self._tried(lambda: self._do(name.lower()))

    def _tried(self, action: Callable[[], None]) -> None:
        """Does what a key is for; what goes wrong is said in the line below."""
        try:
            action()
        except GraderError as problem:
            self._redraw()
            self._say(self._short(problem))

    def _short(self, problem: GraderError) -> str:
        """What is wrong, with the names of files as they are called in the workspace."""
        return str(problem).replace(f"{self._found.folder}{os.sep}", "")

    def _do(self, name: str) -> None:
        match name:
            case "n":
                self._go_on()
            case "h" | "l" | "s":
                self._page(name)
            case "c":
                self._check_all()
            case "r":
                self._asks = self._reset
                self._live.line(f"Back to the stub of {self._exercise.topic}, your attempt is kept? y or n")
            case "o":
                self._outside.edit(self.path)
                self._live.resized()
                self._redraw()
                self._saved()
            case "a" if self._told:
                told = self._told
                self._see(lambda: self._live.everything(told))
            case "?":
                self._see(lambda: self._live.keys([(key, words) for key, _, words in KEYS]))
            case "\n" | "\r" | " " if self._told:
                told = self._told
                self._see(lambda: self._live.report(told))

    def _page(self, name: str) -> None:
        """What a command prints. It is printed once: another size of the window moves what is there."""
        self._live.page()
        self._outside.page(name, self._exercise)
        self._redraw = lambda: None
        self._say("")

    def _check_all(self) -> None:
        started = [one for one in self._found.started(self._exercises) if isinstance(one, Exercise)]
        config = self._found.config
        jobs = [checking.job(one, self._found.attempt(one), self._found, config.seed, alone=False) for one in started]
        self._begin(tuple(started), tuple(jobs), everything=True)

    def _reset(self) -> None:
        backup = self._found.reset(self._exercise)
        self._notice = f"Your attempt is kept as {backup.name}." if backup else ""
        self._saved(force=True)

    def _go_on(self) -> None:
        if self._told is None or not self._told.passes:
            raise UsageError(f"{self._exercise.topic} is not done yet; for another topic q, and grader watch TOPIC")
        stop = course(self._exercises, self._found).next
        if stop is None:
            raise UsageError("every topic is done")
        upcoming = stop.exercise
        self._found.start(upcoming)
        self._exercise, self._looked, self._told, self._focus = upcoming, None, None, None
        self._first = _failed_last(self._found, upcoming)
        self._notice = f"{upcoming.topic} is started: read {upcoming.topic}/README.md"
        self._outside.follow(self.path)
        self._saved()

    # --- what is seen ---

    def _see(self, draw: Callable[[], None]) -> None:
        """Draws something, now and whenever it has to be drawn again, with a line below: once what there is to say."""
        said, self._notice = self._notice, ""

        def whole() -> None:
            draw()
            self._say(said)

        self._redraw = whole
        whole()

    def _say(self, words: str) -> None:
        """The line below: some words, or else what can be typed."""
        self._live.line(words or _keys(self._live.columns))


def _keys(columns: int) -> str:
    """The keys in one line."""
    whole = "  ".join(f"{key} {name}" for key, name, _ in KEYS if name)
    return whole if len(whole) < columns else f"keys: {' '.join(key for key, _, _ in KEYS)} and ?"


def _with_focus(view: View, focus: str | None) -> View:
    """A view in which the failure that was worked on stays the first one, while it fails."""
    failures = sorted(view.failures, key=lambda test: test.id != focus)
    return dataclasses.replace(view, failures=tuple(failures))


def _failed_last(found: Workspace, exercise: Exercise) -> tuple[str, ...]:
    """What failed in the last check of this topic, as far as it is known."""
    try:
        known = last.read(found.folder)
    except UsageError:
        return ()
    results = [one.result for one in known if one.result.exercise == exercise.topic]
    return tuple(test.id for one in results for test in one.tests if test.verdict not in ("passed", "not_run"))
