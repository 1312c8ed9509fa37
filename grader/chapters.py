"""The chapters of a catalog: what stands in each, and what is to come, where its author has written that down."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

from grader.catalog import Catalog, Exercise, TopicName
from grader.errors import UsageError

FILE = "chapters.toml"


class _Planned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    topics: list[TopicName]


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, which may be missing: a catalog need not say what is to come."""

    chapters: list[_Planned] = []


@dataclass(frozen=True)
class Chapter:
    """One chapter: its exercises in their order, and the topics that it does not have yet."""

    name: str
    exercises: tuple[Exercise, ...]
    to_come: tuple[str, ...] = ()


def chapters(catalog: Catalog) -> list[Chapter]:
    """The chapters as the file has them, and those of exercises that it does not name, in their order.

    Raises UsageError if the file can't be understood.
    """
    planned = {one.name: one.topics for one in _read(catalog).chapters}
    found: dict[str, list[Exercise]] = {name: [] for name in planned}
    for exercise in catalog:
        found.setdefault(exercise.manifest.chapter, []).append(exercise)
    there = {one.topic for one in catalog.choose([])}
    return [
        Chapter(name, tuple(group), tuple(topic for topic in planned.get(name, ()) if topic not in there))
        for name, group in found.items()
    ]


def _read(catalog: Catalog) -> _Written:
    path = catalog.folder / FILE
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_Written)
    except FileNotFoundError:
        return _Written()
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise UsageError(f"{path} is broken: {str(error)[:200]}; mend it") from error
