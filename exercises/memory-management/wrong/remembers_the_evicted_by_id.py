"""Remembering objects by their id

An id belongs to an object only while that exists; the next object may get the same one, and is taken for the
evicted one that was there before.

Fails: TestWeakCache::test_has_any_number_of_objects
"""

EVICTED = set()


def get(self, key):
    if key in self._ends:
        return self._ends[key].peek()[0]
    one = self._make(key)
    self._ends[key] = finalize(one, self._end, key, id(one))
    return one


def evict(self, key):
    if key in self._ends:
        made, number = self._ends.pop(key).peek()[2]
        EVICTED.add(number)
        self._release(made)


def _end(self, key, number):
    if number not in EVICTED:
        self._ends.pop(key, None)
        self._release(key)


WeakCache.get, WeakCache.evict, WeakCache._end = get, evict, _end
