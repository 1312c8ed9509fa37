"""A finalizer whose function refers to the object

A finalizer keeps its function and arguments until it is called. If one of these leads to the object, that is
never gone, and the finalizer is never called.

Fails: TestWeakCache::test_has_an_object_as_long_as_somebody_keeps_it,
    TestWeakCache::test_releases_each_object_once, TestWeakCache::test_evicts
"""


def get(self, key):
    if key in self._ends:
        return self._ends[key].peek()[0]
    one = self._make(key)
    self._ends[key] = finalize(one, lambda: self._end(key, one))
    return one


def _end(self, key, one):
    del self._ends[key]
    self._release(key)


WeakCache.get, WeakCache._end = get, _end
