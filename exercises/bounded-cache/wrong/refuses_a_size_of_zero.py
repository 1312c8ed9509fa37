"""Zero is refused

A cache of size 0 is how to turn a cache off. Only sizes below 0 are refused.

Fails: TestLRUCache::test_has_a_size
"""

from collections import OrderedDict
from collections.abc import MutableMapping


class LRUCache(MutableMapping):
    def __init__(self, max_size=None):
        if max_size is not None and max_size < 1:
            raise ValueError(f"max_size must not be negative: {max_size}")
        self._max_size = max_size
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
        self._entries.move_to_end(key)
        if self._max_size is not None and len(self._entries) > self._max_size:
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
