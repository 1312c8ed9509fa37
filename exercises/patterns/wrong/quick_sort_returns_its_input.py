"""Quicksort that returns a short list itself

A list of no items or one needs no sorting, but handing it back gives the caller two names for one
list: what is added to the result is added to the input. Return a copy.

Fails: TestStrategy::test_returns_a_new_list[QuickSort]
"""

from typing import Any


class QuickSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        if len(data) <= 1:
            return data
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        level = [item for item in data if not (item < pivot or pivot < item)]
        return self.sort(before) + level + self.sort(after)
