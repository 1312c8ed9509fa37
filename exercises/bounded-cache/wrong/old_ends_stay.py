"""The old end of an entry that was written anew

An entry that was deleted and written again lives for its full time. What is kept about the old one has to go with it.

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
            del self._ends[oldest]
            self._entries.pop(oldest, None)
        return self._entries

    def __setitem__(self, key, value):
        if key not in self._entries:
            self._ends.setdefault(key, time.monotonic() + self._seconds)
        else:
            self._ends[key] = time.monotonic() + self._seconds
            self._ends.move_to_end(key)
        super().__setitem__(key, value)
