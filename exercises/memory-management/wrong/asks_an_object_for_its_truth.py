"""Asking the object whether it is true

An empty set is there, and false in a condition; some objects refuse to answer. Whether an object is there is
asked by `is not None`.

Fails: TestWeakCache::test_releases_each_object_once
"""


def get(self, key):
    end = self._ends.get(key)
    one = end and end.peek()[0]
    if not one:
        one = self._make(key)
        self._ends[key] = finalize(one, self._end, key)
    return one


WeakCache.get = get
