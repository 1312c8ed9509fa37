"""What the judge tells a jail before anything else: its budgets, and what the exercise may use."""

import contextlib
import importlib

import msgspec

from grader.jail import confine


class Settings(msgspec.Struct, frozen=True):
    """The limits of one exercise's jail, and the packages that its attempts may import."""

    memory_mb: int
    file_mb: int
    open_files: int
    cpu_seconds: int
    requires: list[str]
    packages: dict[str, str]  # top-level name to the folder that holds it
    readable: list[str]  # files and folders beside the Python installation


def read(data: bytes) -> Settings:
    """The settings that the judge sent; what it sends is trusted."""
    return msgspec.json.decode(data, type=Settings)


def plan(settings: Settings) -> confine.Plan:
    """How a child of this jail confines itself, on this machine."""
    return confine.prepare(
        confine.Policy(
            memory_mb=settings.memory_mb,
            file_mb=settings.file_mb,
            open_files=settings.open_files,
            cpu_seconds=settings.cpu_seconds,
            requires=frozenset(settings.requires),
            readable=tuple(settings.readable),
        )
    )


# What most attempts import; a child that is forked finds it loaded.
COMMON = (
    "abc collections contextlib copy dataclasses enum functools itertools math operator random re "
    "string time traceback types typing weakref"
)


def preload(settings: Settings) -> None:
    """Imports what the attempts are likely to import, once for all children."""
    for name in (*COMMON.split(), *settings.packages):
        # A package that fails here fails in the attempt, where somebody sees it.
        with contextlib.suppress(Exception):
            importlib.import_module(name)
