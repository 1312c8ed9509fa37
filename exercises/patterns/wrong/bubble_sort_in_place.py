"""Bubble sort that sorts the list of its caller

The swaps happen in the very list that was passed in, and the same list is returned. Make a copy
first, and swap within the copy.

Fails: TestStrategy::test_returns_a_new_list[BubbleSort]
"""

from typing import Any


class BubbleSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        items = data
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items
