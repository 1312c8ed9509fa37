"""Looking at the time in reading alone

Expired entries are counted by len, shown in loops and found by in. They are not there for any question.

Fails: TestTTLCache::test_entries_expire
"""

import time
from collections import OrderedDict


class TTLCache(LRUCache):
    def __init__(self, seconds, max_size=None):
        super().__init__(max_size)
        self._seconds = seconds
        self._ends = OrderedDict()

    def __getitem__(self, key):
        self._tidy()
        return super().__getitem__(key)

    def _tidy(self):
        now = time.monotonic()
        while self._ends and now >= self._ends[oldest := next(iter(self._ends))]:
            self._drop(oldest)

    def _drop(self, key):
        super()._drop(key)
        del self._ends[key]

    def __setitem__(self, key, value):
        self._tidy()
        self._ends[key] = time.monotonic() + self._seconds
        self._ends.move_to_end(key)
        super().__setitem__(key, value)
