"""Where a jail's children come from: a fork-server, or a fresh interpreter for each."""

import math
import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

from grader.catalog import Budgets, Exercise
from grader.jail.settings import LOWERABLE, Settings
from grader.judge.keeper import packages, tools
from grader.judge.keeper.forkserver import ForkServer
from grader.judge.keeper.handles import Jail, JailError, import_paths, python
from grader.judge.keeper.interpreters import Interpreters
from grader.judge.keeper.outer import around

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def start(exercise: Exercise, scratches: Path, more: tuple[str, ...] = (), hash_seed: int = 0) -> Jail:
    """The jail of `exercise`; its children's scratch folders, if it has such, lie in `scratches`.

    `more` names packages beside those of the exercise. Raises JailError if the jail does not come up,
    ExerciseError if a package is missing.
    """
    importable = [name for name in exercise.manifest.packages if name not in tools.named(exercise.manifest.packages)]
    found = packages.find([*importable, *more], exercise.topic)
    ahead = {"scenarios": _bytes(exercise.scenarios), "stub": _bytes(exercise.stub)}
    return _start(exercise.manifest.requires, exercise.manifest.budgets, found, scratches, hash_seed, **ahead)


def start_bare(requires: Collection[str], budgets: Budgets, scratches: Path) -> Jail:
    """A jail for no exercise, to look at: as one with these requires and budgets would get."""
    return _start(requires, budgets, packages.Packages({}, []), scratches, hash_seed=0)


def start_tools(used: tools.Tools, scratches: Path) -> Jail:
    """The jail of the tools that read attempts' texts: its children can start ruff, and write nowhere."""
    more = {"programs": [used.ruff] if used.ruff else [], "checker": used.cache}
    requires = ("processes",) if used.ruff else ("threads",)
    return _start(requires, tools.BUDGETS, used.packages, scratches, hash_seed=0, **more)


def _start(
    requires: Collection[str],
    budgets: Budgets,
    found: packages.Packages,
    scratches: Path,
    hash_seed: int,
    **more: Any,
) -> Jail:
    where = scratches if "files" in requires else None
    settings = Settings(
        memory_mb=budgets.memory_mb,
        file_mb=budgets.file_mb,
        open_files=budgets.open_files,
        # More than the judge waits for: a child is ended by the judge, who says which limit it has met.
        cpu_seconds=math.ceil(2 * (budgets.import_seconds + budgets.test_seconds + budgets.call_seconds)),
        requires=sorted(requires),
        packages=found.folders,
        readable=found.readable,
        without=without(),
        scratches=None if where is None else str(where),
        **more,
    )
    outer = around(settings, python(), import_paths(), where)
    kind = ForkServer if mode() == "fork" else Interpreters
    return kind(settings, budgets, where, environment(hash_seed), outer)


def _bytes(path: Path) -> bytes:
    """What a jail may prepare from a file of the exercise: nothing, if it can't be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""  # whoever needs the file says so


def without() -> list[str]:
    """The layers that GRADER_WITHOUT leaves out, to see what a machine without them would report.

    It can only lower the level, which is reported. Raises JailError for a word that means nothing.
    """
    named = sorted({word.strip() for word in os.environ.get("GRADER_WITHOUT", "").split(",")} - {""})
    if not set(named) <= set(LOWERABLE):
        raise JailError(f"GRADER_WITHOUT knows {', '.join(LOWERABLE)}, not {', '.join(named)}")
    return named


def mode() -> str:
    """`fork` or `spawn`: what the platform has, unless GRADER_JAIL asks for the second."""
    if os.environ.get("GRADER_JAIL") == "spawn" or not hasattr(os, "fork"):
        return "spawn"
    return "fork"


def environment(hash_seed: int = 0) -> dict[str, str]:
    """All that a jail's environment holds. The hash seed is fixed, so that an attempt which leans
    on the order of a set gets the same verdict everywhere.
    """
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    # A library that starts threads when it is imported would leave them behind in the fork, and its locks with them.
    threads = dict.fromkeys(_THREADS, "1")
    python = {"PYTHONHASHSEED": str(hash_seed), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**python, "LANG": "C.UTF-8", "TZ": "UTC", **threads, **kept}
