"""The jails of one exercise, each examined by a canary before an attempt is near it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from grader.catalog import Budgets, Exercise
from grader.judge.keeper import servers
from grader.judge.keeper.folders import Space
from grader.judge.keeper.handles import Handle, Jail, JailError
from grader.judge.keeper.isolation import Canary, CanaryKilled
from grader.judge.keeper.toolroom import Toolroom
from grader.judge.protocol import Examined, Job
from grader.judge.store import Store
from grader.verdicts import Isolation

MOST_CANARIES = 5  # of which all but the last may be killed from outside


class Jails:
    """The jails of one exercise: one is all that graded runs need, an author's runs may need others.

    The first comes up, with a canary in it, while pytest collects the suite.
    """

    def __init__(self, exercise: Exercise, scratches: Path, store: Store | None = None) -> None:
        """`store` keeps what the tools that read texts need time for."""
        self._exercise = exercise
        self._tools = Toolroom(exercise, scratches, store or Store(None))
        self._scratches = scratches
        self._key: tuple[tuple[str, ...], int] = ((), 0)
        self._canaries: dict[tuple[str, ...], Canary] = {}  # by packages: they decide what may be read
        with closed_on_error(self._tools):
            self._jail: Jail = self._start()

    def isolation(self, job: Job) -> Isolation:
        """How well the jail of `job` isolates."""
        self._turn_to(job)
        for _ in range(MOST_CANARIES - 1):
            try:
                return self._canaries[job.packages].isolation(whole=True)
            except CanaryKilled:
                self._canaries.pop(job.packages).close()
                self._jail.close()
                self._jail = self._start()
        return self._canaries[job.packages].isolation(whole=True)

    def _turn_to(self, job: Job) -> None:
        """Makes the jail the one that `job` asks for."""
        if self._key != (job.packages, job.hash_seed):
            self._canaries[self._key[0]].isolation()  # it lives in the jail that ends here
            self._jail.close()
            self._key = (job.packages, job.hash_seed)
            self._jail = self._start()

    def open(self, job: Job) -> Handle:
        """A new child for `job`."""
        self._turn_to(job)
        try:
            return self._jail.open()
        except JailError:
            # Whatever ended it ended its children, too; the next test gets a new one.
            self._jail.close()
            self._jail = self._start()
            return self._jail.open()

    def open_tool(self, job: Job, tool: str) -> tuple[Handle, dict[str, Any]]:
        """A child in which `tool` reads a text, and what it has to be told.

        The parser needs nothing of its own. Raises ExerciseError or JailError.
        """
        return (self.open(job), {}) if tool == "structure" else self._tools.open(tool)

    def space(self) -> Space:
        """What there is for scratch folders."""
        limit = self._exercise.manifest.budgets.scratch_mb << 20
        return Space(self._scratches, limit, lambda folder, least: self._jail.keep_free(folder, least))

    @property
    def place(self) -> Path:
        """Where the scratch folders lie."""
        return self._scratches

    def settle(self) -> None:
        """Returns when the children that have ended are gone, with every process and file of theirs."""
        self._jail.keep_free(self._scratches, 0)  # what others take from here on is nobody's doing
        self._jail.settle()
        self._tools.settle()

    def close(self) -> None:
        self._tools.close()
        for canary in self._canaries.values():
            canary.close()
        self._jail.close()

    def _start(self) -> Jail:
        packages, hash_seed = self._key
        one = servers.start(self._exercise, children_of(self._scratches), packages, hash_seed)
        if packages not in self._canaries:
            manifest = self._exercise.manifest
            with closed_on_error(one):
                self._canaries[packages] = Canary(one, manifest.requires, manifest.budgets.memory_mb, self._scratches)
        return one


def children_of(scratches: Path) -> Path:
    """Where the children's scratch folders lie, apart from what a canary must not reach."""
    folder = scratches / "children"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o711)  # a child may be another user
    return folder


class Closeable(Protocol):
    """What has an end."""

    def close(self) -> None:
        """Ends it."""


@contextlib.contextmanager
def closed_on_error(one: Closeable) -> Iterator[None]:
    """Closes `one` if what is done with it fails."""
    try:
        yield
    except BaseException:
        one.close()
        raise


def examine(requires: tuple[str, ...], scratches: Path) -> Examined:
    """How well a jail with these requires isolates, apart from any exercise. Raises JailError."""
    budgets = Budgets()
    one = servers.start_bare(requires, budgets, children_of(scratches))
    try:
        canary = Canary(one, requires, budgets.memory_mb, scratches)
        return Examined(canary.isolation(), canary.observed)
    finally:
        one.close()
