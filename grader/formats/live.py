"""A terminal on which one thing is seen at a time: a report, or what a command prints, and below it one line.

Each is drawn over the one before, on the terminal's ordinary screen, so that what was there earlier can be scrolled
back to. Where nothing can be drawn over (TERM=dumb), a line separates them.
"""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from grader.formats import console, screen, several, terminal
from grader.formats.barred import Barred
from grader.formats.console import put, write
from grader.formats.text import safe
from grader.learner.told import Told

OVER = "\x1b[H\x1b[J"  # to the first row, and nothing below it
LINE = "\r\x1b[K"  # to the beginning of this row, and nothing in it


class Live:
    """What is seen, and how it is drawn."""

    def __init__(self) -> None:
        self._begun = False

    @property
    def _console(self) -> Console:
        return console.output()

    @property
    def _draws_over(self) -> bool:
        return not (self._console.is_dumb_terminal or self._console.legacy_windows)

    @property
    def columns(self) -> int:
        return self._console.width

    def resized(self) -> None:
        """The terminal has another size, or somebody else has drawn on it."""
        console.renew()

    def page(self) -> None:
        """An empty page, for whoever prints next."""
        out = self._console.file
        if not self._draws_over:
            out.write(f"\n{'-' * min(20, self.columns)}\n" if self._begun else "")
        elif not self._begun:
            out.write("\n" * (self._console.height - 1) + OVER)  # what was there moves up, and is kept
        else:
            out.write(OVER)
        self._begun = True
        out.flush()

    def line(self, words: str) -> None:
        """The line below: what can be typed, or what is going on."""
        self._console.file.write(f"{LINE}{safe(words)}" if self._draws_over else f"{safe(words)}\n")
        self._console.file.flush()

    def over(self) -> None:
        """Leaves the cursor where a shell may go on."""
        self._console.file.write("\n" if self._draws_over else "")
        self._console.file.flush()

    # --- pages ---

    def report(self, told: Told) -> None:
        """The report of one attempt."""
        self.page()
        screen.show(told, self._console, console.rows())

    def everything(self, told: Told) -> None:
        """Every claim and every failure of it."""
        self.page()
        put(self._console, terminal.report([told], self._console))

    def several(self, all_told: Sequence[Told]) -> None:
        """A line for each of several attempts."""
        self.page()
        several.show(all_told, self._console)

    def problem(self, topic: str, words: str, advice: str) -> None:
        """Why there is no report, and what to do about it."""
        self.page()
        for part in (Text(topic, style="bold"), Text(), Barred(words, style="red"), Text(), Text(safe(advice))):
            write(self._console, part)

    def keys(self, meanings: Sequence[tuple[str, str]]) -> None:
        """What each key does."""
        self.page()
        for key, meaning in meanings:
            write(self._console, Text(f"{key}  {meaning}"))
