"""The time of the first writing

A value that was written anew is as fresh as can be. Note the time of every writing.

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
        now = time.monotonic()
        while self._ends and now >= self._ends[oldest := next(iter(self._ends))]:
            self._drop(oldest)
        return self._entries

    def _drop(self, key):
        super()._drop(key)
        del self._ends[key]

    def __setitem__(self, key, value):
        self._ends.setdefault(key, time.monotonic() + self._seconds)
        super().__setitem__(key, value)
