"""Which installed files belong to the packages that an exercise lets its attempts import."""

from dataclasses import dataclass
from importlib import metadata

from grader.errors import ExerciseError


@dataclass(frozen=True)
class Packages:
    """`folders` maps a top-level name to the folder to import it from; `readable` lists the paths."""

    folders: dict[str, str]
    readable: list[str]


def find(names: list[str]) -> Packages:
    """The distributions `names` and all that they need. Raises ExerciseError if one is missing."""
    folders: dict[str, str] = {}
    readable: set[str] = set()
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            raise ExerciseError(f"it needs the package {name}, which is not installed: pip install {name}") from None
        waiting += _requirements(distribution)
        for top in {file.parts[0] for file in distribution.files or [] if file.parts[0] not in ("..", "__pycache__")}:
            path = distribution.locate_file(top)
            readable.add(str(path))
            if not top.endswith((".dist-info", ".libs")):
                folders[top.partition(".")[0]] = str(distribution.locate_file(""))
    return Packages(folders, sorted(readable))


def _requirements(distribution: metadata.Distribution) -> list[str]:
    """Names of the distributions that this one needs here, without extras."""
    from packaging.requirements import Requirement

    needed = [Requirement(text) for text in distribution.requires or []]
    return [one.name for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})]
