"""A learner's folder: what was started in it, and where it stands."""

import contextlib
import datetime
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import msgspec
import tomli_w

from grader.catalog import Catalog, Exercise
from grader.errors import GraderError, UsageError
from grader.files import write_bytes, write_text
from grader.verdicts import PUBLIC_SEED

CONFIG = "grader.toml"
PROGRESS = ".grader/progress.json"


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grader.toml`: what a learner or a teacher may set for a workspace."""

    format: int = 1
    pass_mark: int = 100  # percent of the points from which on a check exits with 0
    seed: int = PUBLIC_SEED


class Standing(msgspec.Struct, frozen=True):
    """Where one topic stands: points as text (`"3/2"`), and how many hints were taken."""

    score: str = "0"
    max_score: str = "0"
    hints: int = 0

    @property
    def checked(self) -> bool:
        return Fraction(self.max_score) > 0

    @property
    def done(self) -> bool:
        return self.checked and Fraction(self.score) == Fraction(self.max_score)


@dataclass(frozen=True)
class Workspace:
    """A folder with a `grader.toml`, and a folder in it for each topic that was started."""

    folder: Path
    config: Config

    def attempt(self, exercise: Exercise) -> Path:
        """Where the attempt of a topic lies, started or not."""
        return self.folder / exercise.topic / exercise.stub.name

    def started(self, catalog: Catalog) -> list[Exercise]:
        return [exercise for exercise in catalog if self.attempt(exercise).parent.is_dir()]

    # --- standing ---

    def standings(self) -> dict[str, Standing]:
        """What is known of each topic; a file that can't be read counts as empty, for it is only a memory."""
        try:
            standings = msgspec.json.decode((self.folder / PROGRESS).read_bytes(), type=dict[str, Standing])
            _ = [one.done for one in standings.values()]  # their points are numbers
        except (OSError, msgspec.MsgspecError, ValueError, ZeroDivisionError):
            return {}
        return standings

    def remember(self, topic: str, **changes: object) -> Standing:
        """Writes down what is new of a topic; a workspace that can't be written forgets, no more."""
        standings = self.standings()
        standings[topic] = msgspec.structs.replace(standings.get(topic, Standing()), **changes)
        path = self.folder / PROGRESS
        with contextlib.suppress(GraderError, OSError):
            path.parent.mkdir(exist_ok=True)
            write_bytes(path, msgspec.json.format(msgspec.json.encode(standings), indent=2) + b"\n")
        return standings[topic]

    # --- attempts ---

    def start(self, exercise: Exercise) -> bool:
        """Puts stub and brief into the topic's folder; False, and nothing is changed, if an attempt is there."""
        attempt = self.attempt(exercise)
        if attempt.exists() or attempt.is_symlink():
            return False
        _make_folder(attempt.parent)
        brief = attempt.with_name("README.md")
        if not brief.exists():
            write_bytes(brief, exercise.brief.read_bytes())
        write_bytes(attempt, exercise.stub.read_bytes())
        return True

    def reset(self, exercise: Exercise) -> Path | None:
        """Puts the stub back; the attempt is moved to the backup that is returned, None if there was none."""
        attempt = self.attempt(exercise)
        backup = None
        if attempt.exists() or attempt.is_symlink():
            backup = _free_name(attempt)
            try:
                attempt.rename(backup)
            except OSError as error:
                raise GraderError(f"{attempt} can't be moved: {error.strerror}; nothing was changed") from error
        try:
            _make_folder(attempt.parent)
            write_bytes(attempt, exercise.stub.read_bytes())
        except BaseException:
            if backup:
                backup.rename(attempt)
            raise
        return backup


def _free_name(attempt: Path) -> Path:
    """A name for a backup that nothing has yet: `decorators.2026-03-01T12-00-00.py`."""
    stamp = datetime.datetime.now().strftime("%Y-%m-%dT%H-%M-%S")
    number, name = 1, attempt.with_name(f"{attempt.stem}.{stamp}.py")
    while name.exists() or name.is_symlink():
        number += 1
        name = attempt.with_name(f"{attempt.stem}.{stamp}-{number}.py")
    return name


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraderError(f"{folder} can't be made: {error.strerror}; nothing was changed") from error


def find(start: Path | None = None) -> Workspace | None:
    """The workspace around `start` (the current folder): the nearest folder upwards with a `grader.toml`.

    Raises UsageError if that file is broken.
    """
    try:
        folder = (start or Path.cwd()).resolve()
    except OSError as error:
        raise UsageError(f"the current folder can't be read: {error.strerror}") from error
    for candidate in (folder, *folder.parents):
        path = candidate / CONFIG
        if path.is_file():
            return Workspace(candidate, _read_config(path))
    return None


def need(start: Path | None = None) -> Workspace:
    """`find`, where there has to be one. Raises UsageError if there is none."""
    workspace = find(start)
    if workspace is None:
        raise UsageError("there is no workspace here: make one with grader start TOPIC, or name a file with --attempt")
    return workspace


def make(folder: Path) -> Workspace:
    """A new workspace in `folder`, with a `grader.toml` that says what can be set."""
    config = Config()
    text = "# A workspace of grader: each topic has a folder beside this file.\n"
    write_text(folder / CONFIG, text + tomli_w.dumps(msgspec.to_builtins(config)))
    return Workspace(folder, config)


def _read_config(path: Path) -> Config:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Config)
    except OSError as error:
        raise UsageError(f"{path} can't be read: {error.strerror}") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise UsageError(f"{path} is broken: {error}; mend it, or delete it and start a topic again") from error
