"""Collecting in the caller's list

start belongs to whoever gave it: it must not grow, and its later changes are none of the collector's. Begin with
list(start).

Fails: TestLists::test_collects_apart
"""


def collector(start=()):
    collected = start if isinstance(start, list) else list(start)

    def collect(*items):
        collected.extend(items)
        return collected[:]

    return collect
