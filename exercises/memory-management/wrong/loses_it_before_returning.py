"""A weak dict as the only one that has the new object

Nobody keeps what was put into a WeakValueDictionary alone: it is gone before the next line. Keep the object in
a variable until it is returned.

Fails: TestWeakCache::test_has_an_object_as_long_as_somebody_keeps_it,
    TestWeakCache::test_releases_each_object_once, TestWeakCache::test_evicts
"""

from weakref import WeakValueDictionary


class WeakCache:
    def __init__(self, make, release):
        self._make, self._release = make, release
        self._things = WeakValueDictionary()

    def get(self, key):
        if key not in self._things:
            self._things[key] = self._make(key)
            finalize(self._things[key], self._release, key)
        return self._things[key]

    def evict(self, key):
        if self._things.pop(key, None) is not None:
            self._release(key)
