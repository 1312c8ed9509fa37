"""How a child tells what it is doing: on a signal its interpreter writes the stack of its calls into a pipe.

The signal's handler is the interpreter's own and runs no Python, so it answers from an endless loop, from a sleep, and
from inside C. An attempt may take it away, or write what it likes: nobody believes more of it than a number.
"""

import contextlib
import faulthandler
import os
import select
import signal
import time
from collections.abc import Callable

SECONDS = 0.1  # for an answer, which takes a thousandth of one where a processor is free
_LOOK_SECONDS = 0.01
_MOST = 1 << 14  # bytes: a hundred calls, as many as it ever writes, with names of ordinary length
_ENDS = (b" in <module>\n", b"  ...\n")  # the outermost call, or that there are more


def tell(fd: int) -> None:
    """From here on this process answers into `fd`."""
    faulthandler.register(signal.SIGUSR2, fd, all_threads=False)


class Listener:
    """The other end of one child's pipe."""

    def __init__(self) -> None:
        self._fd, self.telling = os.pipe()
        os.set_blocking(self._fd, False)

    def heard(self, pid: int, meanwhile: Callable[[], None]) -> str:
        """What the child `pid` answers, within SECONDS, in which `meanwhile` is called now and then."""
        os.kill(pid, signal.SIGUSR2)
        deadline = time.monotonic() + SECONDS
        told = b""
        while len(told) < _MOST and not told.endswith(_ENDS) and time.monotonic() < deadline:
            if select.select([self._fd], [], [], _LOOK_SECONDS)[0]:
                more = os.read(self._fd, _MOST)
                if not more:
                    break
                told += more
            meanwhile()
        return told.decode("ascii", "replace")

    def close(self) -> None:
        """Closes this end, in the server and in every child that is born with it."""
        with contextlib.suppress(OSError):
            os.close(self._fd)
