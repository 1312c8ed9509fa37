"""Writing leaves the order alone

A key that is written again keeps its old place in a dict, and goes as if nobody had used it. Move it to the end.

Fails: TestLRUCache::test_forgets_what_was_used_least_recently
"""

from collections import OrderedDict
from collections.abc import MutableMapping


class LRUCache(MutableMapping):
    def __init__(self, max_size=None):
        self._limit = _limit(max_size)
        self._entries = OrderedDict()

    def _live(self):
        return self._entries

    def _drop(self, key):
        del self._entries[key]

    def __getitem__(self, key):
        self._live().move_to_end(key)
        return self._entries[key]

    def __setitem__(self, key, value):
        self._live()[key] = value
        if len(self._entries) > self._limit:
            self._drop(next(iter(self._entries)))

    def __delitem__(self, key):
        self._live()
        self._drop(key)

    def __contains__(self, key):
        return key in self._live()

    def __len__(self):
        return len(self._live())

    def __iter__(self):
        return iter(self._live())
