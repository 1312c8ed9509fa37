"""Bubble sort that stops when one pair is in order

That one pair is in order says nothing about the pairs after it, so the pass must go on. Only a
whole pass without a swap means that all is sorted.

Fails: TestStrategy::test_sorts[BubbleSort]
"""

from typing import Any


class BubbleSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if not items[i + 1] < items[i]:
                    break
                items[i], items[i + 1] = items[i + 1], items[i]
        return items
