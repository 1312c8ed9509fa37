"""Hanging something on the object that ends with it

Not every object takes another attribute: one with __slots__ doesn't. A finalizer needs nothing of the object
but that it can be weakly referenced.

Fails: TestWeakCache::test_releases_each_object_once, TestWeakCache::test_releases_after_its_own_end
"""


class Guard:
    def __init__(self, one):
        self.one = ref(one)


def get(self, key):
    if key in self._ends:
        return self._ends[key].peek()[0].one()
    one = self._make(key)
    one.guard = Guard(one)
    self._ends[key] = finalize(one.guard, self._end, key)
    return one


WeakCache.get = get
