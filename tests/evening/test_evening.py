"""A learner's evening with the real command in a real terminal: every screen of it is a file that a person can read.

The files are in `screens`, a folder for each size of the window. When a screen is to change, write the files anew and
read them:

    GRADER_SCREENS=write python -m pytest tests/evening
"""

import difflib
import os
import shutil
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import ROOT, reference
from tests.evening import attempts

if sys.platform != "linux":
    pytest.skip("the screens are those of a terminal of Linux, where an attempt is confined", allow_module_level=True)

from tests.evening.shell import Shell

SCREENS = Path(__file__).parent / "screens"
SIZES = ((24, 80), (10, 40), (50, 200))
TOPIC, FILE = "iterators", "iterators/iterators.py"
TOPICS = (TOPIC, "descriptors")  # of the catalog of this evening
FULL = "27 of 27 points: everything holds."

Screens = dict[str, dict[str, str]]  # by the size of the window and the name of the screen


class Evening:
    """One workspace, a window of each size, and the screens that were seen in them."""

    def __init__(self, home: Path, windows: list[Shell]) -> None:
        self.home = home
        self.windows = windows
        self.seen: Screens = defaultdict(dict)
        self._number = 0

    def write(self, text: str) -> None:
        """Saves the attempt."""
        (self.home / "work" / FILE).write_text(text, encoding="utf-8")

    def run(self, name: str, command: str, everywhere: bool = False) -> None:
        """Types a command in the first window, or in all of them."""
        self._number += 1
        for window in self.windows if everywhere else self.windows[:1]:
            self._keep(window, name, window.run(command))

    def see(self, name: str, *words: str) -> None:
        """Waits for words in the first window, the last that come there among them."""
        self._number += 1
        self.windows[0].terminal.see(*words)
        self._keep(self.windows[0], name, self.windows[0].screen)

    def page(self, name: str, command: str) -> None:
        """Types a command that is longer than any window, and leaves it at its first page."""
        self._number += 1
        for window in self.windows:
            window.begin(command)
            window.terminal.until(lambda lines=window.terminal: lines.lines[-1] == ":")
            self._keep(window, name, window.screen)
            window.leave("q")

    def publish(self) -> None:
        """A new version of the exercise: its stub says more, which is merged, and its manifest says what is new."""
        folder = self.home / "course" / "exercises" / TOPIC
        for file, old, new in (
            ("exercise.toml", "version = 1", "version = 2"),
            ("iterators.py", "for any number of loops, also at once.", "for as many loops as there are, also at once."),
        ):
            text = (folder / file).read_text(encoding="utf-8")
            assert old in text
            (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        with (folder / "exercise.toml").open("a", encoding="utf-8") as manifest:
            manifest.write('\n[changes]\n2 = "CountDown says more clearly that loops may be under way at once."\n')

    def _keep(self, window: Shell, name: str, screen: str) -> None:
        self.seen[window.name][f"{self._number:02}-{name}.txt"] = screen


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Screens:
    """All the screens, as they were seen this time."""
    home = tmp_path_factory.mktemp("evening")
    work = home / "work"
    work.mkdir()
    for topic in TOPICS:
        shutil.copytree(ROOT / "exercises" / topic, home / "course" / "exercises" / topic)
        (home / "course" / "solutions").mkdir(exist_ok=True)
        for path in (reference(topic), reference(topic).with_suffix(".md")):
            shutil.copy(path, home / "course" / "solutions")
    with ExitStack() as stack:
        windows = [stack.enter_context(Shell(work, rows, columns)) for rows, columns in SIZES]
        played = Evening(home, windows)
        _broken(played)
        _watched(played)
        _afterwards(played)
    return played.seen


def _broken(evening: Evening) -> None:
    """The topic is started, and attempts at it are broken in the ways in which they are."""
    evening.run("doctor", "grader doctor")
    if not any("All well" in screen for screen in evening.seen["24x80"].values()):
        pytest.skip("a line in each report says that attempts are not sealed off here")
    evening.run("start", f"grader start {TOPIC} --catalog ../course/exercises")
    evening.run("nothing-written", "grader check", everywhere=True)
    for name, text in attempts.BROKEN.items():
        evening.write(text)
        evening.run(name, "grader check", everywhere=name in ("missing-colon", "misconception"))
    evening.run("hint", "grader hint")


def _watched(evening: Evening) -> None:
    """The same attempt is watched until it is mended, and then the next topic begins."""
    shell = evening.windows[0]
    shell.begin("grader watch")
    evening.see("watch", "more claims fail", "q quit")
    evening.write(attempts.MENDED)
    evening.see("watch-full-score", FULL, "q quit")
    shell.terminal.type("n")
    evening.see("watch-next-topic", "descriptors is started")
    shell.leave("q")


def _afterwards(evening: Evening) -> None:
    """What comes after a full score, and then a new version of the exercise."""
    evening.run("full-score", f"grader check {TOPIC}")
    evening.run("next", "grader next")
    evening.page("solution", f"grader solution {TOPIC}")
    evening.publish()
    evening.run("an-older-version", f"grader check {TOPIC}")
    evening.run("update", "grader update")
    evening.run("progress", "grader progress")
    evening.run("where-one-stands", "grader")


@pytest.mark.parametrize("size", [f"{rows}x{columns}" for rows, columns in SIZES])
def test_every_screen_is_as_it_was(evening: Screens, size: str) -> None:
    seen, folder = evening[size], SCREENS / size
    if os.environ.get("GRADER_SCREENS") == "write":
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, screen in seen.items():
            (folder / name).write_text(screen, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}

    differences = [_difference(name, kept.get(name, ""), seen.get(name, "")) for name in sorted(kept.keys() | seen)]

    assert not any(differences), "\n".join(filter(None, [*differences, "To write them anew: GRADER_SCREENS=write"]))


def _difference(name: str, kept: str, seen: str) -> str:
    lines = difflib.unified_diff(kept.splitlines(), seen.splitlines(), f"{name} as kept", "as seen", lineterm="", n=30)
    return "\n".join(lines)
