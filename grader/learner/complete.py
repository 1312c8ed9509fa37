"""How a line at the shell could go on: topics, and the parts of one.

A person waits for it at each key, so it reads what it needs and imports next to nothing. Nothing of an exercise is run.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from grader.errors import GraderError
from grader.installed import default_folder

MAX_CONFIG = 4 * 1024  # bytes of a grader.toml


def topics(begun: str, typed: Sequence[str], named: Path | None) -> list[str]:
    """The topics that begin as what is `begun`, without those that are `typed` already."""
    folder = named or _remembered() or default_folder()
    try:
        names = [name for name in os.listdir(folder) if name.startswith(begun) and name not in typed]
    except OSError:
        return []
    return sorted(name for name in names if os.path.isfile(folder / name / "exercise.toml"))


def parts(topic: str, begun: str, named: Path | None) -> list[str]:
    """The parts of a topic that begin so, each as one word."""
    from grader.parts import of_suite

    folder = named or _remembered() or default_folder()
    if topic not in topics(topic, (), named):
        return []
    try:
        found = of_suite(folder / topic / f"test_{topic.replace('-', '_')}.py")
    except GraderError:
        return []
    words = [one.name.lower().replace(" ", "_") for one in found]
    shown = [word if re.fullmatch(r"[\w.-]+", word) else one.test_class for word, one in zip(words, found, strict=True)]
    return [word for word in shown if word.startswith(begun)]


def _remembered() -> Path | None:
    """The catalog of the workspace around; a `grader.toml` that says none, or can't be read, is for a check to tell."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        path = folder / "grader.toml"
        if os.path.isfile(path):
            import tomllib

            try:
                with open(path, "rb") as file:
                    said = tomllib.loads(file.read(MAX_CONFIG).decode()).get("catalog")
            except (OSError, ValueError, RecursionError):
                return None
            return folder / said if isinstance(said, str) else None
    return None
