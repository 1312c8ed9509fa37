"""Evicting without releasing

The object is forgotten and still counts as in use until its last holder lets go of it. Call the finalizer: it
does its work now, and not again.

Fails: TestWeakCache::test_evicts
"""


def evict(self, key):
    self._ends.pop(key, None)


def _end(self, key):
    self._ends.pop(key, None)
    self._release(key)


WeakCache.evict, WeakCache._end = evict, _end
