"""A real pseudo-terminal with a real command in it, and what a person would see there."""

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

from tests.conftest import ROOT

SECONDS = 60.0  # to wait for what has to come


def shown_by(code: str, env: dict[str, str], size: tuple[int, int] = (24, 80)) -> str:
    """What Python code that comes to an end writes into a terminal."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, size)
    command = [sys.executable, "-c", code]
    subprocess.run(command, cwd=ROOT, env=env, stdin=theirs, stdout=theirs, timeout=SECONDS, check=True)
    os.close(theirs)
    shown = bytearray()
    with contextlib.suppress(OSError):  # the end of a terminal
        while data := os.read(ours, 4096):
            shown += data
    os.close(ours)
    return shown.decode()


class Terminal:
    """One terminal. Use it as a context: at the end the command in it is ended."""

    def __init__(
        self, command: list[str], folder: Path, env: dict[str, str], rows: int = 24, columns: int = 80
    ) -> None:
        self._ours, self.theirs = os.openpty()
        self.screen = pyte.HistoryScreen(columns, rows, history=1000)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._measure(rows, columns)
        self.before = termios.tcgetattr(self.theirs)
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0) and None,
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Closes the window."""
        for number in (self._ours, self.theirs):
            with contextlib.suppress(OSError):
                os.close(number)

    # --- what a person does ---

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def resize(self, rows: int, columns: int) -> None:
        self._measure(rows, columns)
        self.screen.resize(rows, columns)

    def _measure(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # --- what a person sees ---

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def read(self, seconds: float = 0.02) -> None:
        """Takes in what was written, for so long."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return
        with contextlib.suppress(OSError):  # nobody has it open any more
            data = os.read(self._ours, 65536)
            self.raw += data
            self._stream.feed(data)

    def see(self, *words: str, gone: str | None = None) -> str:
        """What is on the screen as soon as all these words are, and `gone` is not."""
        return self.until(lambda: all(word in self.text for word in words) and (gone is None or gone not in self.text))

    def until(self, there: Callable[[], bool]) -> str:
        deadline = time.monotonic() + SECONDS
        while not there():
            self.read()
            assert time.monotonic() < deadline, f"this did not come; the screen:\n{self.text}"
        return self.text

    def end(self) -> int:
        """The status with which the command ends."""
        self.until(lambda: self.process.poll() is not None)
        self.read(0)
        return self.process.returncode

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is set as it was."""
        return termios.tcgetattr(self.theirs) == self.before


def grader(folder: Path, *command: str, env: dict[str, str], rows: int = 24, columns: int = 80) -> Terminal:
    """The command `grader` in a terminal of its own."""
    return Terminal([sys.executable, "-m", "grader", *command], folder, env, rows, columns)
