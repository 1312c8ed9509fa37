"""A hit that leaves the order alone

What is asked for all the time goes as if nobody had used it. A hit is a use.

Fails: TestCustomCache::test_counts_and_forgets
"""


class _Results(LRUCache):
    hits = misses = 0

    def ask(self, key, call):
        if key in self:
            self.hits += 1
            return self._entries[key]
        self.misses += 1
        result = self[key] = call()
        return result

    def clear(self):
        super().clear()
        self.hits = self.misses = 0
