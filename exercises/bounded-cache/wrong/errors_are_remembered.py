"""Remembering the error

A connection that failed once fails for ever. An error says nothing about the next call.

Fails: TestCustomCache::test_remembers_no_error
"""


class _Results(LRUCache):
    hits = misses = 0

    def ask(self, key, call):
        if key in self:
            self.hits += 1
            if isinstance(self[key], Exception):
                raise self[key]
            return self[key]
        self.misses += 1
        try:
            result = self[key] = call()
        except Exception as error:
            self[key] = error
            raise
        return result

    def clear(self):
        super().clear()
        self.hits = self.misses = 0
