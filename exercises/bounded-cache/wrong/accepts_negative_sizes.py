"""A negative size

No cache has room for less than nothing, and whoever asks for it has made a mistake that should show at once.

Fails: TestLRUCache::test_has_a_size
"""


def _limit(max_size):
    return float("inf") if max_size is None else max_size
