"""Which installed files belong to the packages that an exercise lets its attempts import."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata

from grader.errors import ExerciseError


@dataclass(frozen=True)
class Packages:
    """`folders` maps a top-level name to the folder to import it from; `readable` lists the paths."""

    folders: dict[str, str]
    readable: list[str]


def find(names: Sequence[str], who: str = "it") -> Packages:
    """The distributions `names` and all that they need. Raises ExerciseError if some are missing; `who` needs them."""
    found, absent = _closure(names)
    if absent:
        raise ExerciseError(f"{who} {needs(absent)}")
    folders: dict[str, str] = {}
    readable: set[str] = set()
    for distribution in found:
        for top in {file.parts[0] for file in distribution.files or [] if file.parts[0] not in ("..", "__pycache__")}:
            path = distribution.locate_file(top)
            readable.add(str(path))
            if not top.endswith((".dist-info", ".libs")):
                folders[top.partition(".")[0]] = str(distribution.locate_file(""))
    return Packages(folders, sorted(readable))


def missing(names: Sequence[str]) -> list[str]:
    """Those of the distributions `names`, and of what they need, that are not installed."""
    return _closure(names)[1] if names else []


def needs(absent: Sequence[str]) -> str:
    """What to do about missing distributions, as the end of a sentence."""
    if len(absent) == 1:
        return f"needs the package {absent[0]}, which is not installed: pip install {absent[0]}"
    return f"needs the packages {', '.join(absent)}, which are not installed: pip install {' '.join(absent)}"


def _closure(names: Sequence[str]) -> tuple[list[metadata.Distribution], list[str]]:
    """The distributions `names` with all that they need, and the names of those that are not installed."""
    found: list[metadata.Distribution] = []
    absent: list[str] = []
    waiting, seen = list(reversed(names)), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            absent.append(name)
            continue
        found.append(distribution)
        waiting += _requirements(distribution)
    return found, absent


def _requirements(distribution: metadata.Distribution) -> list[str]:
    """Names of the distributions that this one needs here, without extras."""
    from packaging.requirements import Requirement

    needed = [Requirement(text) for text in distribution.requires or []]
    return [one.name for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})]
