"""Bubble sort with a single pass

One pass brings only the greatest item to its place. It takes as many passes as there are items,
less one.

Fails: TestStrategy::test_sorts[BubbleSort],
    TestStrategy::test_needs_nothing_but_less_than[BubbleSort]
"""

from typing import Any


class BubbleSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        for i in range(len(items) - 1):
            if items[i + 1] < items[i]:
                items[i], items[i + 1] = items[i + 1], items[i]
        return items
