"""`grader author show`: a file of `right/` or `wrong/` as the whole attempt that it stands for."""

import difflib
import sys
from pathlib import Path

from grader import catalog
from grader.author import attempts
from grader.author.attempts import Right, Wrong
from grader.author.source import read_text
from grader.catalog import Exercise
from grader.errors import UsageError


def run(topic: str, name: str, folder: Path | None) -> int:
    """Writes the whole attempt, and how it differs from the reference. Raises UsageError for a name that is none."""
    exercise = catalog.load(folder or catalog.here()).get(topic)
    found = find(exercise, name)
    sys.stdout.write(f"{found.source.decode('utf-8-sig')}\n{difference(exercise, found)}")
    return 0


def find(exercise: Exercise, name: str) -> Right | Wrong:
    """The attempt of this name: `late`, `late.py` or `wrong/late.py`. Raises UsageError if there is no such one."""
    kind, _, stem = name.removesuffix(".py").rpartition("/")
    paths = {
        path: read
        for read, place in ((attempts.read_right, "right"), (attempts.read_wrong, "wrong"))
        for path in sorted((exercise.folder / place).glob("*.py"))
    }
    found = [path for path in paths if path.stem == stem and kind in ("", path.parent.name)]
    if len(found) > 1:
        raise UsageError(f"{exercise.topic} has {' and '.join(_short(path) for path in found)}: say which")
    if not found:
        near = difflib.get_close_matches(stem, [path.stem for path in paths], n=3)
        asked = f"; is it {' or '.join(near)}?" if near else f"; {exercise.folder} has right/ and wrong/"
        raise UsageError(f"{exercise.topic} has no attempt {name!r}{asked}")
    return paths[found[0]](exercise, found[0])


def difference(exercise: Exercise, attempt: Right | Wrong) -> str:
    """The unified difference from the reference to the whole attempt, as text that ends in a line feed."""
    lines = difflib.unified_diff(
        read_text(exercise.reference).splitlines(keepends=True),
        attempt.source.decode("utf-8-sig").replace("\r\n", "\n").splitlines(keepends=True),
        exercise.reference.name,
        _short(attempt.path),
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _short(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
