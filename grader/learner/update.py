"""A new version of a topic, for somebody who started an older one: what they wrote stays theirs.

Each step leaves a whole workspace behind, and can be done again: files are written whole, a folder moves at once, and
what was started is written down last.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader import origin
from grader.catalog import Exercise
from grader.errors import GraderError, UsageError
from grader.files import MAX_ATTEMPT
from grader.learner.merge import is_python, like, marks, merge, unix
from grader.origin import Origin, Text, Version
from grader.places import Place, place
from grader.workspace import BRIEF, Workspace

MERGED = "merged"


@dataclass(frozen=True)
class Step:
    """What became of one file: its name in the topic's folder, and a sentence."""

    file: str
    words: str


@dataclass(frozen=True)
class Updated:
    """What became of one topic."""

    topic: str
    before: int | None  # the version that it was at; None where nobody knows
    now: int
    steps: tuple[Step, ...]
    changes: tuple[tuple[int, str], ...]  # what was new, in the author's words
    to_settle: str | None = None  # the file that is to be looked at before the new version is taken in


def update(found: Workspace, exercise: Exercise) -> Updated:
    """Brings what was started of a topic to the catalog's version.

    Raises GraderError if a file can't be read or written; what was done before that stays, and can be gone on with.
    """
    known, steps = _known(found, exercise)
    steps += _moved(found, exercise)
    now = origin.version(exercise)
    before = known.began.version if known else None
    changes = exercise.changes_since(before) if before else ()
    with place(found.folder, exercise.topic, exercise.stub.name) as attempt:
        if known and known.waiting:
            step, settled = _settled(attempt, known.waiting)
            if not settled:
                return Updated(exercise.topic, before, now.version, (*steps, step), changes, step.file)
            known = Origin(known.waiting)
            origin.keep(found.folder, exercise.topic, known)
            steps.append(step)
        began = known.began if known else None
        new, open_file = _files(attempt, began, now)
    steps += new
    if open_file is None:
        came = Origin(now)
    else:
        assert began is not None, "to merge, one has to know what was started"
        came = Origin(msgspec.structs.replace(began, brief=now.brief), now)
    if came != known:
        origin.keep(found.folder, exercise.topic, came)
    return Updated(exercise.topic, before, now.version, tuple(steps), changes, open_file)


def _known(found: Workspace, exercise: Exercise) -> tuple[Origin | None, list[Step]]:
    try:
        return origin.read(found.folder, exercise), []
    except UsageError as problem:
        return None, [Step("", str(problem))]


# --- a topic that has another name now ---


def _moved(found: Workspace, exercise: Exercise) -> list[Step]:
    """Gives folder, attempt, memory and start of a topic its name of today, where they have a former one."""
    steps: list[Step] = []
    home = found.home(exercise)
    if home.name != exercise.topic:
        _carried(found, home.name, exercise)
        with place(found.folder, home.name) as old:
            _rename(old, old.beside(exercise.topic))
        steps.append(Step("", f"{home.name} is called {exercise.topic} now, and so is its folder"))
    attempt = found.attempt(exercise)
    if attempt.name != exercise.stub.name:
        with place(found.folder, exercise.topic, attempt.name) as old:
            _rename(old, old.beside(exercise.stub.name))
        steps.append(Step(exercise.stub.name, f"was {attempt.name}, with all that you wrote"))
    return steps


def _carried(found: Workspace, old: str, exercise: Exercise) -> None:
    """What is remembered of the former name, under the new one, too."""
    standings = found.standings()
    if old in standings and exercise.topic not in standings:
        problem = found.remember({exercise.topic: standings[old]})
        if problem:
            raise GraderError(problem)
    with contextlib.suppress(UsageError):
        if known := origin.read(found.folder, exercise):
            origin.keep(found.folder, exercise.topic, known)


def _rename(old: Place, new: Place) -> None:
    if new.exists():
        raise UsageError(f"{new.path} is there already: put it elsewhere, so that {old.path} can be called so")
    try:
        old.move(new)
    except OSError as error:
        raise GraderError(f"{old.path} can't be renamed: {error.strerror}; nothing was changed") from error


# --- its files ---


def _files(attempt: Place, began: Version | None, now: Version) -> tuple[list[Step], str | None]:
    """Both files brought up to date, as far as that loses nothing; the name of the one that waits for the learner."""
    assert now.brief is not None, "the catalog has one"
    steps: list[Step] = []
    brief = _File(attempt.beside(BRIEF), began.brief if began else None, now.brief)
    step, _ = brief.bring(began.version if began else None, now.version, may_wait=False)
    steps += [step] if step else []
    stub = _File(attempt, began.stub if began else None, now.stub)
    step, waits = stub.bring(began.version if began else None, now.version, may_wait=True)
    steps += [step] if step else []
    return steps, waits


@dataclass(frozen=True)
class _File:
    """One file of a topic: where it lies, what was handed out, and what is now."""

    place: Place
    base: Text | None
    theirs: Text

    @property
    def name(self) -> str:
        return self.place.path.name

    def bring(self, old: int | None, new: int, may_wait: bool) -> tuple[Step | None, str | None]:
        """What became of it, and the name of a file beside it that waits to be settled."""
        try:
            ours = self.place.read(MAX_ATTEMPT, "a file to update")
        except FileNotFoundError:
            if self.name != BRIEF:
                return Step(self.name, "is not there: grader reset puts the stub of this version there"), None
            self.place.create(self.theirs.text)
            return Step(self.name, "was not there, and is again"), None
        theirs = self.theirs.text
        if unix(ours) == unix(theirs) or (self.base and unix(self.base.text) == unix(theirs)):
            return None, None
        if self.base is None or old is None:
            aside = _beside(self.place, "new", theirs)
            return Step(self.name, f"what it began from is not known: the new one is {aside}, beside it"), None
        if unix(ours) == unix(self.base.text):
            self._replace(ours, like(theirs, ours))
            return Step(self.name, "is the new one: you had not changed it"), None
        return self._merge(ours, self.base.text, old, new, may_wait)

    def _merge(self, ours: bytes, base: bytes, old: int, new: int, may_wait: bool) -> tuple[Step, str | None]:
        merged = merge(base, ours, self.theirs.text, self.name, old, new)
        if merged is None:
            aside = _beside(self.place, "new", self.theirs.text)
            return Step(self.name, f"there is no git here to merge it: the new one is {aside}, beside it"), None
        whole = not merged.conflicts and (is_python(merged.text) or not is_python(ours) or self.name == BRIEF)
        if whole:
            backup = self.place.free(f"{self.place.path.stem}.", self.place.path.suffix)
            backup.create(ours)
            self._replace(ours, merged.text)
            return Step(self.name, f"has what is new, and all that you wrote; before, it was {backup.path.name}"), None
        if not may_wait:
            aside = _beside(self.place, "new", self.theirs.text)
            return Step(self.name, f"is left as you changed it: the new one is {aside}, beside it"), None
        aside = _beside(self.place, MERGED, merged.text)
        where = _lines(merged.conflicts) if merged.conflicts else "and Python can't read it yet"
        return Step(self.name, f"is left as it is: {aside} has yours and what is new, {where}"), aside

    def _replace(self, ours: bytes, data: bytes) -> None:
        """Puts `data` in the place of `ours`, unless somebody wrote something else there meanwhile."""
        if self.place.read(MAX_ATTEMPT, "a file to update") != ours:
            raise UsageError(f"{self.place.path} was changed just now: save it, and type grader update again")
        self.place.write(data)


def _beside(file: Place, word: str, data: bytes) -> str:
    """Puts a text beside a file and says under which name: `decorators.merged.py`, or one with the time in it."""
    stem, suffix = file.path.stem, file.path.suffix
    aside = file.beside(f"{stem}.{word}{suffix}")
    if aside.exists():
        with contextlib.suppress(OSError, GraderError):
            if aside.read(2 * origin.MAX_TEXT, "a text") == data:
                return aside.path.name
        if word == MERGED:  # by that name it is found again
            raise UsageError(f"{aside.path} is there already: put it elsewhere, and type grader update again")
        aside = file.free(f"{stem}.{word}.", suffix)
    aside.create(data)
    return aside.path.name


def _lines(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:5])) + (", …" if len(numbers) > 5 else "")
    return f"with marks at line{'s' if len(numbers) > 1 else ''} {shown}"


# --- conflicts ---


def _settled(attempt: Place, waiting: Version) -> tuple[Step, bool]:
    """Takes in the merged file that a learner has mended; whether nothing is left to settle.

    One that is not there any more says that the attempt is as it is meant to be.
    """
    merged = attempt.beside(merged_name(attempt.path))
    try:
        text = merged.read(MAX_ATTEMPT, "a merged attempt")
    except FileNotFoundError:
        return Step(attempt.path.name, f"stays as you made it, for version {waiting.version}"), True
    if found := marks(text):
        return Step(merged.path.name, f"still has both, {_lines(found)}"), False
    if not is_python(text):
        return Step(merged.path.name, "has no marks any more, and Python can't read it yet"), False
    backup = attempt.free(f"{attempt.path.stem}.", ".py")
    if attempt.exists():
        backup.create(attempt.read(MAX_ATTEMPT, "an attempt"))
    merged.move(attempt)
    return Step(attempt.path.name, f"is what you made of {merged.path.name}; before, it was {backup.path.name}"), True


def merged_name(attempt: Path) -> str:
    """The file beside an attempt that has both where they can't be made one."""
    return f"{attempt.stem}.{MERGED}.py"
