"""Returning the same list until something new comes

Two calls without items then give out one list, and what one caller does to it the other one sees.

Fails: TestLists::test_collects_apart
"""


def collector(start=()):
    collected = list(start)
    shown = collected[:]

    def collect(*items):
        nonlocal shown
        if items:
            collected.extend(items)
            shown = collected[:]
        return shown

    return collect
