"""An end for what goes on for ever, that depends on no clock."""

import sys
from types import FrameType
from typing import Any


class Endless(BaseException):
    """So much was run; no Exception, so that what catches these does not go on."""


class Steps:
    """In a `with`: counts the instructions that this thread runs of the files below a folder, and raises Endless where
    they are more than `most`.

    Not lines alone: to Python 3.11 a loop that is no more than a jump to itself has no line that would be told. Later
    ones tell it, and tell no instruction of a function whose first call asks for them. Code that catches whatever there
    is goes on, and is counted no more.
    """

    def __init__(self, folder: str, most: int) -> None:
        self._folder = folder
        self._most = most
        self._left = most
        self._before: Any = None

    def __enter__(self) -> None:
        self._left, self._before = self._most, sys.gettrace()
        sys.settrace(self._enter)

    def __exit__(self, *error: object) -> None:
        sys.settrace(self._before)

    def _enter(self, frame: FrameType, event: str, value: Any) -> Any:
        if not frame.f_code.co_filename.startswith(self._folder):
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = sys.version_info >= (3, 12), True
        return self._step(frame, event, value)

    def _step(self, frame: FrameType, event: str, value: Any) -> Any:
        self._left -= 1
        if self._left < 0:
            raise Endless(f"it goes on for more than {self._most:,} steps")
        return self._step
