"""Whether an attempt was saved: heard from the system, and looked after where it tells nothing."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

POLL_SECONDS = 0.25
LOOK_SECONDS = 1.0  # for a look of one's own where events are heard: they don't come from everywhere
STEP_MS = 20  # without another event, and what was saved is whole
MOST_MS = 200  # that events are gathered for
SETTLE_SECONDS = 0.3  # for a file that is empty or gone to be there again: editors put another in its place

Look = tuple[int, int, int]


class Saves:
    """A thread that calls `saved` whenever `path` may have changed, in a folder of `root` that may come and go."""

    def __init__(self, root: Path, path: Path, saved: Callable[[], None], poll: bool = False) -> None:
        self._root = root
        self._path = path
        self._saved = saved
        self._poll = poll
        self._over = threading.Event()
        self._seen = self._look()
        self._thread = threading.Thread(target=self._run, name="saves", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        for named in self._rounds():
            now = self._look()
            if named or now != self._seen:
                self._seen = self._settled(now)
                self._saved()

    def _rounds(self) -> Iterator[bool]:
        """One after the other, until it is over: whether the system has named the file."""
        while not self._over.is_set():
            if self._poll:
                self._over.wait(POLL_SECONDS)
                yield False
            else:
                yield from self._heard()

    def _heard(self) -> Iterator[bool]:
        """Rounds while the folders are those that events are heard of."""
        from watchfiles import watch

        folders = self._folders()
        try:
            for events in watch(
                *folders,
                watch_filter=None,
                debounce=MOST_MS,
                step=STEP_MS,
                stop_event=self._over,
                rust_timeout=int(LOOK_SECONDS * 1000),
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=False,
                ignore_permission_denied=True,
            ):
                yield any(os.path.basename(name) == self._path.name for _, name in events)
                if self._folders() != folders:
                    return
        except FileNotFoundError:  # a folder went away just now
            self._over.wait(POLL_SECONDS)
        except (OSError, RuntimeError):  # no events here: too many are watched already, or the system has none
            self._poll = True

    def _folders(self) -> dict[str, tuple[int, int]]:
        """The workspace, and the folder of the attempt where there is one, by what they are."""
        found = {}
        for folder in (self._root, self._path.parent):
            try:
                look = os.stat(folder)
            except OSError:
                continue
            found[str(folder)] = (look.st_dev, look.st_ino)
        return found

    def _look(self) -> Look | None:
        """What tells one state of the file from another. (The library's own polling would look at whole seconds.)"""
        try:
            look = os.stat(self._path)
        except OSError:
            return None
        return look.st_ino, look.st_mtime_ns, look.st_size

    def _settled(self, now: Look | None) -> Look | None:
        """What is there when there is something, or after a while."""
        deadline = time.monotonic() + SETTLE_SECONDS
        while (now is None or now[2] == 0) and time.monotonic() < deadline and not self._over.is_set():
            time.sleep(STEP_MS / 1000)
            now = self._look()
        return now
