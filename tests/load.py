"""A busy machine, for tests of who is charged for it."""

import contextlib
import os
import subprocess
from collections.abc import Iterator

SPIN = ["sh", "-c", "while :; do :; done"]


@contextlib.contextmanager
def busy(processes: int = 12, processor: int | None = None) -> Iterator[None]:
    """So many processes that do nothing but run, on any processor or on one.

    Each in a session of its own: in one group the kernel's scheduler gives them little, and hides what they do.
    """
    hogs = [subprocess.Popen(SPIN, start_new_session=True) for _ in range(processes)]
    try:
        if processor is not None:
            for one in hogs:
                os.sched_setaffinity(one.pid, {processor})
        yield
    finally:
        for one in hogs:
            one.kill()
        for one in hogs:
            one.wait()


@contextlib.contextmanager
def starved(pid: int, among: int = 80) -> Iterator[None]:
    """`pid`, its children, and those that it starts from here on are a few among many on a single processor."""
    before = os.sched_getaffinity(pid)
    processor = max(before)
    with open(f"/proc/{pid}/task/{pid}/children") as listing:
        pids = [pid, *map(int, listing.read().split())]
    with busy(among, processor):
        for one in pids:
            os.sched_setaffinity(one, {processor})
        try:
            yield
        finally:
            os.sched_setaffinity(pid, before)
