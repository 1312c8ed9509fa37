"""A finalizer that goes on waiting after evict

What evict has released is released once more when it is gone. Call the finalizer itself, which works only once,
or detach it.

Fails: TestWeakCache::test_evicts
"""


def evict(self, key):
    if key in self._ends:
        self._end(key)


def _end(self, key):
    self._ends.pop(key, None)
    self._release(key)


WeakCache.evict, WeakCache._end = evict, _end
