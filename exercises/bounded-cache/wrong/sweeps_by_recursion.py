"""One call within another for each expired entry

Thousands may expire at once, and calls within calls end at a thousand. A loop has no such end.

Fails: TestLRUCache::test_keeps_many
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
        if self._ends and now >= self._ends[oldest := next(iter(self._ends))]:
            self._drop(oldest)
            return self._live()
        return self._entries

    def _drop(self, key):
        super()._drop(key)
        del self._ends[key]

    def __setitem__(self, key, value):
        self._ends[key] = time.monotonic() + self._seconds
        self._ends.move_to_end(key)
        super().__setitem__(key, value)
