"""What tools that read a text say of it, and the words that keep them from it."""

import re
from dataclasses import dataclass

MOST = 200  # findings
LONGEST = 500  # characters of a message
MUTE = re.compile(r"#[^\n]*?\b(?:type:\s*ignore|noqa|mypy:|ruff:)", re.IGNORECASE)  # comments that silence a tool
CONFIGURED = re.compile(r"^# mypy:", re.MULTILINE)  # mypy looks for it in the middle of strings, too


@dataclass(frozen=True)
class Finding:
    """What a tool says of one line."""

    file: str  # `x.py` or `probe.py`
    line: int
    code: str
    message: str


class Unread(Exception):
    """A tool could make nothing of what it was given."""


class Misused(Unread):
    """A tool was asked for something that it does not know, whatever the text."""
