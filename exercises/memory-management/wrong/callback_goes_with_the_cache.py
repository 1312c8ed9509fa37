"""Weak references that go with the cache

A callback is called only while its weak reference exists. If the cache alone keeps them, nothing is released
once the cache is gone; finalizers are kept by their module.

Fails: TestWeakCache::test_releases_after_its_own_end
"""


class WeakCache:
    def __init__(self, make, release):
        self._make, self._release = make, release
        self._references = {}

    def get(self, key):
        one = self._references[key][1]() if key in self._references else None
        if one is None:
            one = self._make(key)
            self._references[key] = key, ref(one, self._callback(key))
        return one

    def _callback(self, key):
        cache = ref(self)
        return lambda reference: cache()._end(key, reference)

    def evict(self, key):
        if key in self._references:
            self._end(*self._references[key])

    def _end(self, key, reference):
        if key in self._references and self._references[key][1] is reference:
            del self._references[key]
            self._release(key)
