"""Quicksort that keeps one item for each value

What is less goes to the left, what is greater to the right, and of all the items like the pivot
only the pivot is kept. Keep all of them.

Fails: TestStrategy::test_sorts[QuickSort],
    TestStrategy::test_needs_nothing_but_less_than[QuickSort],
    TestStrategy::test_quicksort_copes_with_long_lists
"""

from typing import Any


class QuickSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        return self.sort(before) + [pivot] + self.sort(after)
