"""A learner's windows: shells of several sizes in one folder, and what is on their screens after each command."""

import os
import re
import sys
from pathlib import Path

from tests.terminal import Terminal

PROMPT = "$ "
PROFILE = rf"""
PS1='{PROMPT}'
clear() {{ printf '\033[H\033[2J'; }}
grader() {{ '{sys.executable}' -m grader "$@"; }}
"""
VARIES = (  # from one evening to the next; what stands for it is as wide
    (r"\b20\d\d-\d\d-\d\dT\d\d-\d\d-\d\d\b", "YYYY-MM-DDTHH-MM-SS"),
    (r"\b20\d\d-\d\d-\d\d\b", "YYYY-MM-DD"),
)


def environment(profile: Path) -> dict[str, str]:
    """Of a shell in a terminal that has colours and links."""
    left_out = ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "CI", "LESS", "PAGER", "EDITOR", "VISUAL")
    clean = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**clean, "ENV": str(profile), "TERM": "xterm-256color", "LESSHISTFILE": "-", "LC_ALL": "C.UTF-8"}


class Shell:
    """A shell in a window of its own, in `folder`; its profile lies beside that."""

    def __init__(self, folder: Path, rows: int, columns: int) -> None:
        profile = folder.with_name("profile")
        profile.write_text(PROFILE, encoding="utf-8")
        self.name = f"{rows}x{columns}"
        self.terminal = Terminal(["sh", "-i"], folder, environment(profile), rows, columns)
        self._prompt(0)

    def __enter__(self) -> "Shell":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self.terminal:  # which ends what is still there
            if kind is None:
                self.terminal.type("exit\n")
                self.terminal.end()

    def clear(self) -> None:
        self._run("clear")

    def run(self, command: str) -> str:
        """Types a command on an empty screen; what is on it when the prompt is back."""
        self.clear()
        self._run(command)
        return self.screen

    def begin(self, command: str) -> None:
        """Types a command on an empty screen that is to stay there."""
        self.clear()
        self.terminal.type(f"{command}\n")

    def leave(self, key: str) -> None:
        """Types the key by which a command is left."""
        before = len(self.terminal.raw)
        self.terminal.type(key)
        self._prompt(before)

    @property
    def screen(self) -> str:
        """What is to be seen, without what is another the next time."""
        text = self.terminal.text.rstrip()
        for pattern, words in VARIES:
            text = re.sub(pattern, words, text)
        return f"{text}\n"

    def _run(self, command: str) -> None:
        before = len(self.terminal.raw)
        self.terminal.type(f"{command}\n")
        self._prompt(before + len(command))

    def _prompt(self, before: int) -> None:
        self.terminal.until(lambda: self.terminal.raw[before:].endswith(PROMPT.encode()))
