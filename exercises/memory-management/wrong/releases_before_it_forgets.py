"""Releasing before forgetting

While release is called, the cache still has an entry of the old object, and what release gets for this key is
forgotten right after it. Forget first.

Fails: TestWeakCache::test_release_uses_the_cache
"""


def get(self, key):
    known = key in self._ends and self._ends[key].peek()
    if known:
        return known[0]
    one = self._make(key)
    self._ends[key] = finalize(one, self._end, key)
    return one


def _end(self, key):
    self._release(key)
    self._ends.pop(key, None)


WeakCache.get, WeakCache._end = get, _end
