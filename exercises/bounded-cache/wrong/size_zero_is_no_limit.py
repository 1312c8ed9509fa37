"""Zero for no limit

`if max_size` is false for 0 as well as for None, so a cache of size 0 keeps everything. Ask `is not None`.

Fails: TestLRUCache::test_forgets_what_was_used_least_recently, TestLRUCache::test_has_a_size
"""


def _limit(max_size):
    if max_size is not None and max_size < 0:
        raise ValueError(f"max_size must not be negative: {max_size}")
    return float("inf") if not max_size else max_size
