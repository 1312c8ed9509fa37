"""The clock on the wall

Somebody sets it, or the summer time does, and entries live for hours too long or die at once. time.monotonic only
goes forward.

Fails: TestTTLCache::test_entries_expire
"""

import time
from collections import OrderedDict


class TTLCache(LRUCache):
    def __init__(self, seconds, max_size=None):
        super().__init__(max_size)
        self._seconds = seconds
        self._ends = OrderedDict()

    def _live(self):
        now = time.time()
        while self._ends and now >= self._ends[oldest := next(iter(self._ends))]:
            self._drop(oldest)
        return self._entries

    def _drop(self, key):
        super()._drop(key)
        del self._ends[key]

    def __setitem__(self, key, value):
        self._ends[key] = time.time() + self._seconds
        self._ends.move_to_end(key)
        super().__setitem__(key, value)
