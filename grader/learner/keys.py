"""The keyboard, a key at a time, and whatever else happens meanwhile, in one row.

The terminal echoes nothing and waits for no Enter while a `Keyboard` is open; Ctrl-C and Ctrl-Z stay what they are. It
gets its own settings back when the keyboard is left, when an editor needs it, and when this command is stopped.
"""

import contextlib
import os
import re
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any

TICK_SECONDS = 0.03  # between two looks, where keys can't be waited for
MOST_BYTES = 256  # that are read at once
MOST_KEYS = 3  # that are typed at once: what is longer was pasted, and gives no orders
_NO_CHARACTER = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)  # an arrow, say, or a key with Alt


@dataclass(frozen=True)
class Key:
    """A key that was typed: one character."""

    name: str


@dataclass(frozen=True)
class Resized:
    """The window has another size, or this command goes on after it was stopped: what was drawn is not to be seen."""


@dataclass(frozen=True)
class Closed:
    """The terminal is gone."""


def keys(typed: str) -> str:
    """The keys in what came at once that are characters."""
    names = _NO_CHARACTER.sub("", typed)
    return names if len(names) <= MOST_KEYS else ""


class Inbox:
    """What has happened, in the order of its happening. Any thread and any handler of a signal may post."""

    def __init__(self) -> None:
        self._news: SimpleQueue[Any] = SimpleQueue()
        self._woken, self._wakes = socket.socketpair()
        self._wakes.setblocking(False)

    def close(self) -> None:
        self._woken.close()
        self._wakes.close()

    def post(self, event: object) -> None:
        self._news.put(event)
        with contextlib.suppress(BlockingIOError):  # full: then there is enough to wake up for
            self._wakes.send(b"\0")

    def next(self, keyboard: "Keyboard") -> Any:
        """The next event; a key that is typed is one."""
        while True:
            with contextlib.suppress(Empty):
                return self._news.get_nowait()
            keyboard.wait(self._woken, self.post)


if sys.platform == "win32":
    import msvcrt

    class Keyboard:
        """The console's keys."""

        def __init__(self) -> None:
            self._size = os.get_terminal_size()

        def __enter__(self) -> "Keyboard":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        @contextlib.contextmanager
        def released(self) -> Iterator[None]:
            """Somebody else has the console meanwhile."""
            yield

        @contextlib.contextmanager
        def signals(self, post: Callable[[object], None]) -> Iterator[None]:
            """There are none to hear."""
            yield

        def wait(self, woken: socket.socket, post: Callable[[object], None]) -> None:
            """Posts a key if one comes within a tick, and whether the window has another size."""
            if msvcrt.kbhit():
                name = msvcrt.getwch()
                if name in "\x00\xe0":  # an arrow, or another key that is no character
                    msvcrt.getwch()
                elif name == "\x03":
                    raise KeyboardInterrupt
                else:
                    post(Key(name))
                return
            time.sleep(TICK_SECONDS)
            if (size := os.get_terminal_size()) != self._size:
                self._size = size
                post(Resized())

else:
    import select
    import termios
    import tty

    class Keyboard:
        """The keys of the terminal that standard input is."""

        def __init__(self) -> None:
            self._number = sys.stdin.fileno()
            self._before = termios.tcgetattr(self._number)
            self._lent = False

        def __enter__(self) -> "Keyboard":
            self._take()
            return self

        def __exit__(self, *_: object) -> None:
            self._give_back()

        def _take(self) -> None:
            with contextlib.suppress(termios.error):  # it is gone: the next key says so
                tty.setcbreak(self._number)

        def _give_back(self) -> None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._number, termios.TCSADRAIN, self._before)

        @contextlib.contextmanager
        def released(self) -> Iterator[None]:
            """Somebody else has the terminal meanwhile, Ctrl-C included."""
            self._give_back()
            self._lent = True
            before = signal.signal(signal.SIGINT, lambda *_: None)
            try:
                yield
            finally:
                signal.signal(signal.SIGINT, before)
                self._lent = False
                self._take()

        @contextlib.contextmanager
        def signals(self, post: Callable[[object], None]) -> Iterator[None]:
            """Hears of the window's size, and of being stopped and going on."""

            def go_on(*_: object) -> None:
                if not self._lent:
                    self._take()  # the shell has had it
                post(Resized())

            heard = {
                signal.SIGWINCH: lambda *_: post(Resized()),
                signal.SIGCONT: go_on,
                signal.SIGTSTP: self._stop,
            }
            before = {number: signal.signal(number, handler) for number, handler in heard.items()}
            try:
                yield
            finally:
                for number, handler in before.items():
                    signal.signal(number, handler)

        def _stop(self, *_: object) -> None:
            """Stops, as Ctrl-Z asks for, with the terminal as it was before; returns when this goes on."""
            self._give_back()
            handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, handler)
            if not self._lent:
                self._take()  # where nobody could go on with it again, it was not stopped at all

        def wait(self, woken: socket.socket, post: Callable[[object], None]) -> None:
            """Waits until something is posted, and posts the keys that are typed meanwhile."""
            ready, _, _ = select.select([self._number, woken], [], [])
            if woken in ready:
                woken.recv(MOST_BYTES)
            if self._number in ready:
                try:
                    typed = os.read(self._number, MOST_BYTES)
                except OSError:
                    typed = b""
                if not typed:
                    post(Closed())
                for name in keys(typed.decode("utf-8", "replace")):
                    post(Key(name))
