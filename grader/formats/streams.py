"""The command's standard streams: there, and able to take any text."""

import os
import sys
from typing import IO, Any

LOST = "the output was closed before all of it was written"


def ready() -> bool:
    """Has all three streams there and able to take any text; False if what is written to standard output is lost.

    A stream that was closed is led nowhere: else a file that is opened later would get its number, and its text.
    """
    lost = sys.stdout is None
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            _lead_nowhere(number)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    escaping(sys.stdout)
    escaping(sys.stderr)
    return not lost


def escaping(stream: IO[Any]) -> None:
    """Has `stream` write what its encoding lacks as an escape: two characters that differ never look the same."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def give_up() -> None:
    """Leads standard output nowhere: what is still to be written would fail again when Python ends."""
    _lead_nowhere(sys.stdout.fileno())


def _lead_nowhere(number: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    if nothing != number:
        os.dup2(nothing, number)
        os.close(nothing)
    os.set_inheritable(number, True)
