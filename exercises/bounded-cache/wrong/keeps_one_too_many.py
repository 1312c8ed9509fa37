"""One entry too many

`>=` and `>` are a whole entry apart: at most max_size are kept, after the writing.

Fails: TestLRUCache::test_forgets_what_was_used_least_recently, TestLRUCache::test_has_a_size
"""


def _limit(max_size):
    if max_size is not None and max_size < 0:
        raise ValueError(f"max_size must not be negative: {max_size}")
    return float("inf") if max_size is None else max_size + 1
