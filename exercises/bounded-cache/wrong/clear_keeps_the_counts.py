"""Counts that survive

cache_clear starts from the beginning: the numbers of hits and misses are 0 as well.

Fails: TestCustomCache::test_counts_and_forgets
"""


class _Results(LRUCache):
    hits = misses = 0

    def ask(self, key, call):
        if key in self:
            self.hits += 1
            return self[key]
        self.misses += 1
        result = self[key] = call()
        return result
