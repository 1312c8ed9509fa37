"""Zero is refused

A cache of size 0 is how to turn a cache off. Only sizes below 0 are refused.

Fails: TestLRUCache::test_has_a_size
"""


def _limit(max_size):
    if max_size is not None and max_size < 1:
        raise ValueError(f"max_size must not be negative: {max_size}")
    return float("inf") if max_size is None else max_size
