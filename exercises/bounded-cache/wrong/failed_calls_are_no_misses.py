"""Counting after the call

A call that raises was not answered from the cache either: it is a miss. Count before the call.

Fails: TestCustomCache::test_remembers_no_error
"""


class _Results(LRUCache):
    hits = misses = 0

    def ask(self, key, call):
        if key in self:
            self.hits += 1
            return self[key]
        result = self[key] = call()
        self.misses += 1
        return result

    def clear(self):
        super().clear()
        self.hits = self.misses = 0
