"""A dict that keeps every object

A cache that refers to its objects keeps them for ever, so that none of them is ever gone. Keep weak references,
or finalizers.

Fails: TestWeakCache::test_has_an_object_as_long_as_somebody_keeps_it,
    TestWeakCache::test_releases_each_object_once, TestWeakCache::test_evicts
"""


def get(self, key):
    if key not in self._ends:
        self._ends[key] = key, self._make(key)
    return self._ends[key][1]


def evict(self, key):
    if entry := self._ends.get(key):
        self._end(entry[0])


WeakCache.get, WeakCache.evict = get, evict
