"""pdb on one case, in a plain Python of its own: it stops at the first line of the attempt that the case reaches.

Run in the attempt's folder, with what a prompt there has. Nothing here is a jail.
"""

import linecache
import os
import pdb
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent.parent
_START = "import sys; sys.path.append(sys.argv[1]); from grader.learner.debugger import debug; debug(*sys.argv[2:])"


def start(case: str, attempt: Path) -> int:
    """Debugs `case`, code for a prompt in the folder of `attempt`, with the terminal at hand; the status of its end."""
    with tempfile.TemporaryDirectory(prefix="grader-") as folder:
        script = Path(folder) / "case.py"
        script.write_text(case, encoding="utf-8")
        command = [sys.executable, "-P", "-c", _START, str(_ROOT), str(script), str(attempt)]
        return subprocess.run(command, cwd=attempt.parent).returncode


def debug(script: str, attempt: str) -> None:
    """The other side of `start`, in the new Python."""
    sys.path.insert(0, str(Path(attempt).parent))
    sys.argv[:] = [script]
    text = Path(script).read_text(encoding="utf-8")
    debugger = _Debugger(attempt)
    try:
        debugger.run(compile(text, script, "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        print(f"It ended with SystemExit: {end.code!r}.")
    except Exception as error:
        way = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in (script, attempt)]
        print("".join(["It raised:\n", *traceback.format_list(way), *traceback.format_exception_only(error)]), end="")
    if not debugger.reached:
        print("It came to its end without a line of yours.")


class _Debugger(pdb.Pdb):
    """pdb that goes on until the first line of the attempt; where the file itself fails, that is one of its own."""

    def __init__(self, attempt: str) -> None:
        super().__init__()
        self._attempt = os.path.realpath(attempt)
        self.reached = False
        linecache.checkcache()

    def stop_here(self, frame: FrameType) -> bool:
        return bool(super().stop_here(frame)) if self.reached else self._is_learners(frame)

    def user_call(self, frame: FrameType, argument_list: Any) -> None:
        if self.reached:
            super().user_call(frame, argument_list)

    def user_line(self, frame: FrameType) -> None:
        self.reached = True
        super().user_line(frame)

    def user_exception(self, frame: FrameType, exc_info: Any) -> None:
        if self.reached:
            super().user_exception(frame, exc_info)

    def user_return(self, frame: FrameType, return_value: Any) -> None:
        if self.reached:
            super().user_return(frame, return_value)

    def _is_learners(self, frame: FrameType) -> bool:
        """Whether a frame is the attempt's, and called by the case: not what runs while the file is imported."""
        if os.path.realpath(frame.f_code.co_filename) != self._attempt:
            return False
        one: FrameType | None = frame
        while one is not None:
            if one.f_code.co_name == "<module>" and os.path.realpath(one.f_code.co_filename) == self._attempt:
                return False
            one = one.f_back
        return True
