"""Lines beside the report: what went wrong, or what a user should know."""

import contextlib
import sys

from grader.formats.text import safe, without_commands


def say(line: str) -> None:
    """One line on standard error, if anybody listens; what names of files hold is written as escapes."""
    with contextlib.suppress(OSError):
        print(without_commands("grader: " + safe(line).replace("\n", "\\n")), file=sys.stderr, flush=True)
