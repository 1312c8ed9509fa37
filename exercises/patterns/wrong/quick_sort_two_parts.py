"""Quicksort with equal items on one side

All items like the pivot go to the right, so a list of equal numbers gets shorter by one with each
call and runs into the limit on recursion. Give the items like the pivot a part of their own.

Fails: TestStrategy::test_quicksort_copes_with_long_lists
"""

from typing import Any


class QuickSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        middle = len(data) // 2
        pivot, others = data[middle], data[:middle] + data[middle + 1 :]
        before = [item for item in others if item < pivot]
        after = [item for item in others if not item < pivot]
        return self.sort(before) + [pivot] + self.sort(after)
