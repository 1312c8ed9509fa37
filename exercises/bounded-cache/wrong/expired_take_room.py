"""Dropping a live one for a dead one

Expired entries still take room, so an entry that is alive goes although there is room. Drop what has expired first.

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
        self._ends[key] = time.monotonic() + self._seconds
        self._ends.move_to_end(key)
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._limit:
            self._drop(next(iter(self._entries)))
