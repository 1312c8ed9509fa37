"""What earlier examples have left in a process: their modules, in circles that only the collector frees.

It runs by the number of objects, which says nothing of their size: a cache of a few thousand large numbers may be most
of the memory that an attempt has. So it is run as well where the process has grown.
"""

import gc
import sys
import time

try:
    import resource
except ImportError:  # Windows, where nothing limits memory in this way
    resource = None  # type: ignore[assignment]

ROOM = 32 << 20  # bytes that a process may grow by before it is looked through
LOOK_SECONDS = 0.002  # between two looks, each as dear as a small example: memory is not taken in less time
_now = time.monotonic  # bound now, for an attempt may replace it


class Litter:
    """Is asked to `clear` when an example is over and nothing of it is needed any more."""

    def __init__(self) -> None:
        self._peak = _peak()
        self._looked = _now()

    def clear(self) -> None:
        """Frees what earlier examples had, if that may be much."""
        if _now() < self._looked + LOOK_SECONDS:
            return
        peak, self._looked = _peak(), _now()
        if peak > self._peak + ROOM:
            gc.collect()
            self._peak = peak


def _peak() -> int:
    """The most bytes of memory that this process has had."""
    if resource is None:
        return 0
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size if sys.platform == "darwin" else size * 1024
