"""A learner's folder: what was started in it, and where it stands."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
import tomli_w
from msgspec import Meta

from grader import memory, origin
from grader.catalog import Broken, Catalog, Exercise
from grader.errors import GraderError, UsageError
from grader.memory import Memory
from grader.places import Place, place
from grader.standing import Standing
from grader.verdicts import MAX_SEED, PUBLIC_SEED

CONFIG = "grader.toml"
BRIEF = "README.md"
FORMAT = 1
MAX_CONFIG = 4 * 1024  # bytes: it has a few short lines, and to read keys of many dots takes long


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grader.toml`: what a learner or a teacher may set for a workspace."""

    format: int = FORMAT
    pass_mark: Annotated[int, Meta(ge=0, le=100)] = 100  # percent of the points from which on a check exits with 0
    seed: Annotated[int, Meta(ge=0)] = PUBLIC_SEED
    # The folder of its exercises, seen from here or from the root; None for those that come with the package.
    catalog: Annotated[str, Meta(min_length=1, max_length=1024, pattern=r"^[^\x00-\x1f\x7f]+\Z")] | None = None
    solution: bool = True  # whether `grader solution` shows the reference, once a topic is done or given up

    def __post_init__(self) -> None:
        if self.seed > MAX_SEED:
            raise ValueError(f"Expected `int` <= {MAX_SEED} - at `$.seed`")


class _Format(msgspec.Struct, frozen=True):
    """What every version of a `grader.toml` has."""

    format: int = FORMAT


@dataclass(frozen=True)
class Workspace:
    """A folder with a `grader.toml`, and a folder in it for each topic that was started."""

    folder: Path
    config: Config

    def home(self, exercise: Exercise | Broken) -> Path:
        """The folder of a topic, started or not: one that was started under a former name is still called so."""
        there = (self.folder / name for name in exercise.names if Place(self.folder / name).exists())
        return next(there, self.folder / exercise.topic)

    def attempt(self, exercise: Exercise) -> Path:
        """Where the attempt of a topic lies, started or not."""
        home = self.home(exercise)
        there = (path for name in exercise.names if Place(path := home / file_name(name)).exists())
        return next(there, home / exercise.stub.name)

    def is_started(self, exercise: Exercise | Broken) -> bool:
        """Whether there is a folder for this topic, or a link, which says what it is when it is read."""
        folder = Place(self.home(exercise))
        return folder.is_folder() or folder.is_link()

    def need_started(self, exercise: Exercise) -> None:
        """Raises UsageError if it is not started."""
        if not self.is_started(exercise):
            raise UsageError(f"{exercise.topic} is not started: begin with grader start {exercise.topic}")

    def started(self, catalog: Catalog) -> list[Exercise | Broken]:
        """What has a folder here, broken ones among them."""
        return [one for one in catalog.choose([]) if self.is_started(one)]

    def topic_here(self, catalog: Catalog) -> list[Exercise | Broken]:
        """The one whose folder the current one is, or lies in; none, if it is no topic's."""
        return [one for one in catalog.choose([]) if self.is_here(one)]

    def is_here(self, exercise: Exercise | Broken) -> bool:
        """Whether the current folder is this topic's, or lies in it."""
        return Path.cwd().resolve().is_relative_to(self.home(exercise))

    # --- standing ---

    def recall(self) -> Memory:
        """What is known of each topic."""
        return memory.recall(self.folder)

    def standings(self) -> dict[str, Standing]:
        """`recall`, where nobody asks why it is empty."""
        return self.recall().standings

    def remember(self, news: Mapping[str, Standing]) -> str | None:
        """Writes down what is new of each topic, merged with what is known.

        Returns a line for the user, where there is something to say.
        """
        return memory.remember(self.folder, news)

    # --- attempts ---

    def start(self, exercise: Exercise) -> bool:
        """Puts stub and brief into the topic's folder; False, and nothing is changed, if an attempt is there.

        Raises GraderError, with nothing left behind, if a folder or a file can't be made.
        """
        began = origin.version(exercise)
        texts = {BRIEF: exercise.brief.read_bytes(), exercise.stub.name: began.stub.text}
        with self._place(exercise) as attempt:
            if attempt.exists():
                return False
            new = {one: text for name, text in texts.items() if not (one := attempt.beside(name)).exists()}
            if attempt.beside(BRIEF) not in new:
                began = msgspec.structs.replace(began, brief=None)
            done: list[Place] = []
            try:
                for one, text in new.items():
                    one.create(text)
                    done.append(one)
                self._keep(exercise, began)
            except BaseException:
                for one in done:
                    one.remove()
                raise
            return True

    def reset(self, exercise: Exercise) -> Path | None:
        """Puts the stub back; the attempt is moved to the backup that is returned, None if there was none.

        Raises GraderError, with the attempt where it was, if one of the two can't be done.
        """
        now = origin.version(exercise)
        with self._place(exercise) as attempt:
            backup = None
            if attempt.exists():
                backup = attempt.free(f"{attempt.path.stem}.", ".py")
                try:
                    attempt.move(backup)
                except OSError as error:
                    raise GraderError(
                        f"{attempt.path} can't be moved: {error.strerror}; nothing was changed"
                    ) from error
            try:
                attempt.create(now.stub.text)
                self._keep(exercise, msgspec.structs.replace(now, brief=self._brief(exercise)))
            except BaseException:
                if backup:
                    backup.move(attempt)
                raise
            return backup.path if backup else None

    def _keep(self, exercise: Exercise, began: origin.Version) -> None:
        """Writes down what a topic was started from. Raises GraderError if it can't be."""
        try:
            origin.keep(self.folder, exercise.topic, origin.Origin(began))
        except OSError as error:
            raise GraderError(
                f"{self.folder}: what was started can't be kept: {error.strerror}; nothing was changed"
            ) from error

    def _brief(self, exercise: Exercise) -> origin.Text | None:
        """The brief that was handed out, where that is known."""
        try:
            known = origin.read(self.folder, exercise)
        except UsageError:
            return None
        return known.began.brief if known else None

    @contextlib.contextmanager
    def _place(self, exercise: Exercise) -> Iterator[Place]:
        """Where the attempt of a topic is put; its folder is made if there is none, and goes if nothing comes of it."""
        folder = self.home(exercise)
        was_there = os.path.lexists(folder)
        with contextlib.ExitStack() as held:
            try:
                one = held.enter_context(place(self.folder, folder.name, self.attempt(exercise).name, make=True))
            except OSError as error:
                reason = "File exists" if Place(folder).exists() and not folder.is_dir() else error.strerror
                raise GraderError(f"{folder} can't be made: {reason}; nothing was changed") from error
            try:
                yield one
            except BaseException:
                if not was_there:
                    with contextlib.suppress(OSError):
                        folder.rmdir()
                raise


def file_name(topic: str) -> str:
    """The attempt's file in the folder of a topic."""
    return f"{topic.replace('-', '_')}.py"


def find(start: Path | None = None, config: bool = True) -> Workspace | None:
    """The workspace around `start` (the current folder): the nearest folder upwards with a `grader.toml`.

    Without `config`, no word of that file is taken, nor read. Raises UsageError if it is broken, no regular file, or
    another version's.
    """
    try:
        folder = (start or Path.cwd()).resolve()
    except OSError as error:
        raise UsageError(f"the current folder can't be read: {error.strerror}") from error
    for candidate in (folder, *folder.parents):
        if os.path.lexists(candidate / CONFIG):
            return Workspace(candidate, _read_config(candidate) if config else Config())
    return None


def need(start: Path | None = None, config: bool = True) -> Workspace:
    """`find`, where there has to be one. Raises UsageError if there is none."""
    workspace = find(start, config)
    if workspace is None:
        raise UsageError("there is no workspace here: make one with grader start TOPIC, or name a file with --attempt")
    return workspace


def make(folder: Path, catalog: str | None = None, solution: bool = True) -> Workspace:
    """A new workspace in `folder`, with a `grader.toml` that says what can be set.

    Raises UsageError if there is one, GraderError if it can't be written.
    """
    try:
        config = msgspec.convert(({"catalog": catalog} if catalog else {}) | {"solution": solution}, Config)
    except msgspec.ValidationError as error:
        raise UsageError(f"the catalog {catalog!r} can't be remembered: {error}") from error
    text = "# A workspace of grader: each topic has a folder beside this file.\n"
    settings = {name: value for name, value in msgspec.to_builtins(config).items() if value is not None}
    Place(folder / CONFIG).create((text + tomli_w.dumps(settings)).encode())
    return Workspace(folder, config)


def _read_config(folder: Path) -> Config:
    path = folder / CONFIG
    try:
        with place(folder, CONFIG) as file:
            data = file.read(MAX_CONFIG, "settings")
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}") from error
    try:
        settings = msgspec.toml.decode(data)
        if (written := msgspec.convert(settings, _Format).format) != FORMAT:
            raise UsageError(
                f"{path} has format {written}, and this grader knows {FORMAT}: take the grader that it was made with, "
                f"or start anew in another folder"
            )
        return msgspec.convert(settings, Config)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)[:200]
        raise UsageError(f"{path} is broken: {reason}; mend it, or delete it and start a topic again") from error
