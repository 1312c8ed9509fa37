"""Quicksort that keeps only what equals the pivot

Two items of the same rank are neither before nor after each other, and yet they need not be
equal, so such a split loses all but one of them. Keep whatever is neither less nor greater.

Fails: TestStrategy::test_needs_nothing_but_less_than[QuickSort]
"""

from typing import Any


class QuickSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        level = [item for item in data if item == pivot]
        return self.sort(before) + level + self.sort(after)
