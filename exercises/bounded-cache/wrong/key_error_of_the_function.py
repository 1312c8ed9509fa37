"""The call within the try

A KeyError of the function is taken for a missing entry, and the function is called a second time. Call it outside of
the try.

Fails: TestCustomCache::test_remembers_no_error
"""


class _Results(LRUCache):
    hits = misses = 0

    def ask(self, key, call):
        try:
            if key not in self:
                self.misses += 1
                self[key] = call()
                return self[key]
            self.hits += 1
            return self[key]
        except KeyError:
            return call()

    def clear(self):
        super().clear()
        self.hits = self.misses = 0
