"""The catalogue of attacks: each file of `attempts/` is one, and says in its docstring what it must get.

The docstring ends with two lines:

    Exercise: decorators
    Expect: 0 points, crashed

What is expected is `0 points, WORD`, or `no points for TEST`, or `no more than without the trick`: the attempt
without the part between the comments `# The trick.` and `# The attempt.` is judged, too, and the tests that it passes
are what the attempt deserves. WORD is a verdict that at least one test has, `message` where the attempt can't even be
imported, or `harmless` where any end will do.

An attack that would do harm does the least that proves that it could, and then prints a line that begins with `HARMED`.
The worst case is assumed of what it knows: it is told where the suite lies, and the process that judges it.
"""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
EXERCISES = ROOT / "exercises"
ATTEMPTS = Path(__file__).parent / "attempts"
EVERYTHING = "everything"  # stands among the tests for full points, whatever was run
_TRICK = re.compile(r"^# The trick\.\n.*?(?=^# The attempt\.$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Told:
    """What an attack is told about the place where it runs."""

    catalog: Path
    judge: int  # a process id
    neighbour: Path  # somebody else's attempt
    canary: Path  # a folder where nothing may appear
    name: str  # for whatever it leaves behind

    def to(self, source: str) -> bytes:
        for word in ("catalog", "judge", "neighbour", "canary", "name"):
            source = source.replace(f"@{word.upper()}@", str(getattr(self, word)))
        return source.encode()


@dataclass(frozen=True)
class Attack:
    """One file of the catalogue."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def kind(self) -> str:
        return self.path.parent.name

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def _header(self) -> str:
        return ast.get_docstring(ast.parse(self.source)) or ""

    @property
    def what(self) -> str:
        return self._header.partition("\n")[0]

    @property
    def exercise(self) -> str:
        return self._field("Exercise")

    @property
    def expected(self) -> str:
        return self._field("Expect")

    def _field(self, name: str) -> str:
        found = re.search(rf"^{name}: (.+)$", self._header, re.MULTILINE)
        assert found, f"{self.path.name} has no line {name}:"
        return found[1]

    @property
    def folder(self) -> Path:
        return EXERCISES / self.exercise

    @cached_property
    def without_the_trick(self) -> str:
        stripped, count = _TRICK.subn("", self.source)
        assert count == 1, f"{self.path.name} does not mark its trick"
        return stripped.partition("# The attempt.\n")[2]

    def undeserved(self, passed: frozenset[str], known: Callable[[str], frozenset[str]]) -> str:
        """Which of the tests it passed it should not have; `known` says what an attempt passes without the trick."""
        if self.expected.startswith("0 points"):
            return ", ".join(sorted(passed))
        if self.expected.startswith("no points for "):
            test = self.expected.removeprefix("no points for ")
            return test if passed & {test, EVERYTHING} else ""
        assert self.expected == "no more than without the trick", self.expected
        return ", ".join(sorted(passed - known(self.without_the_trick))) if passed else ""

    @property
    def word(self) -> str:
        """The verdict or the like that it must get, if one is named."""
        return self.expected.rpartition(", ")[2] if ", " in self.expected else ""


def attacks() -> list[Attack]:
    """All of them, those at the same exercise together: its judge is warm then."""
    found = [Attack(path) for path in sorted(ATTEMPTS.rglob("*.py"))]
    return sorted(found, key=lambda attack: (attack.exercise, attack.name))
