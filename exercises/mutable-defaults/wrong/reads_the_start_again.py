"""Going through the start in each call

What can be gone through only once has nothing left in the second call, and a list may have changed meanwhile. Copy
it once, at the beginning.

Fails: TestLists::test_collects_apart
"""


def collector(start=()):
    collected = []

    def collect(*items):
        collected.extend(items)
        return [*start, *collected]

    return collect
