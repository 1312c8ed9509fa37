"""None for not remembered

A function that returns None is called again and again. Ask whether there is an entry.

Fails: TestCustomCache::test_remembers_any_result
"""


class _Results(LRUCache):
    hits = misses = 0

    def ask(self, key, call):
        result = self.get(key)
        if result is not None:
            self.hits += 1
            return result
        self.misses += 1
        result = self[key] = call()
        return result

    def clear(self):
        super().clear()
        self.hits = self.misses = 0
