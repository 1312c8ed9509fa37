"""A ceiling on memory: what a child may allocate beyond what it has before the attempt is imported.

The kernel keeps it as a hard limit, which no process can raise again, on its private memory: what Python's objects,
the C library and the stacks of threads take. Files that are mapped are no such memory. It is set where it is seen to
work; elsewhere (macOS, Windows) what Python allocates is counted, and a call is judged by that when it has ended.
"""

import gc
import mmap
import threading
import tracemalloc
from contextlib import suppress

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_SPARE = 2 << 20  # bytes that are given up so that what ended a call can be told
_STACK = 1 << 20  # bytes of a thread's stack, of which 8 MB would be taken else, mostly in vain
_MOST = 1 << 40  # bytes that no child has


class Ceiling:
    """So many megabytes, from here on to the end of the process; 0 for none."""

    def __init__(self, megabytes: int) -> None:
        self._bytes = megabytes << 20
        self._spare: bytearray | None = None
        self._counts = False
        if megabytes:
            gc.collect()
            self._spare = bytearray(_SPARE)
            threading.stack_size(_STACK)
            self._counts = not _limit(self._bytes)

    def begin(self) -> None:
        """A call begins: what the last one left behind is not on its account."""
        if not self._bytes:
            return
        gc.collect()
        self._spare = self._spare or bytearray(_SPARE)
        if self._counts:
            tracemalloc.start()

    def end(self) -> None:
        """A call ends. Raises MemoryError where it took too much and nothing has hindered it."""
        if not self._counts or not tracemalloc.is_tracing():
            return
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        if peak > self._bytes:
            raise MemoryError

    def make_room(self) -> None:
        """A call was ended by an exception, which holds on to what the call had: leaves some memory to tell of it."""
        self._spare = None
        if self._counts:
            tracemalloc.stop()


def _limit(more: int) -> bool:
    """Lets this process have so many bytes more than it has now, for good. Returns whether that holds."""
    if resource is None or not hasattr(resource, "RLIMIT_DATA"):
        return False
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    low, high = 0, _MOST // mmap.PAGESIZE
    while low < high:  # what the process has is not told in a jail, but it can be tried
        middle = (low + high) // 2
        low, high = (low, middle) if _has_room(middle * mmap.PAGESIZE, hard) else (middle + 1, high)
    has = low * mmap.PAGESIZE
    most = has + more if hard == resource.RLIM_INFINITY else min(has + more, hard)
    if not has or has >= _MOST:
        resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
        return False
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    return True


def _has_room(limit: int, hard: int) -> bool:
    """Whether a page could be had under such a limit."""
    with suppress(OSError, MemoryError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
        mmap.mmap(-1, mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()
        return True
    return False
