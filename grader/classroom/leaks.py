"""The look at a written edition: no line of a hidden file is in it.

A line counts if it tells something: not what every file has (imports, the heads of functions and classes), nor a few
signs. What the learners are given anyway may say the same: the stub, and the tests and scenarios that are public. A
hint may name a short piece of code in a sentence; a whole line of it would be a line of the solution.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

SHORTEST = 16  # characters of a line that tells something
_HEAD = re.compile(r"(async )?(def|class|for|while|with|if|elif|else|try|except|finally|import|from)\b|@|#")
_PROMPT = re.compile(r"(>>>|\.\.\.|\$) ?")


@dataclass(frozen=True)
class Hidden:
    """Lines of one file that no edition may hold, each with its number; `anywhere`: nor within longer lines."""

    path: Path
    lines: tuple[tuple[int, str], ...]
    anywhere: bool = False


def find(folder: Path, hidden: Collection[Hidden], given: Collection[str]) -> Iterator[str]:
    """Says of each line below `folder` that is hidden where it stands and where it came from; `given` are texts that
    learners have anyway.
    """
    known = {_plain(line) for text in given for line in text.split("\n")}
    whole: dict[str, tuple[Path, int]] = {}
    within: dict[str, tuple[Path, int]] = {}
    for one in hidden:
        for number, line in one.lines:
            plain = _plain(line)
            if len(plain) >= SHORTEST and plain not in known and not _HEAD.match(plain):
                (within if one.anywhere else whole).setdefault(plain, (one.path, number))
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1):
            plain = _plain(line)
            if plain in known:
                continue
            found = whole.get(plain) or next((where for text, where in within.items() if text in plain), None)
            if found:
                name = path.relative_to(folder).as_posix()
                yield f"{name}, line {number}, is line {found[1]} of {found[0]}, which is hidden: {plain[:60]}"


def _plain(line: str) -> str:
    """A line without what it begins with at a prompt, and with single blanks."""
    return " ".join(_PROMPT.sub("", line.strip(), count=1).split())
