"""Strategies that do not derive from SortStrategy

They have the right method, so they work, but nothing checks that they are complete, and
isinstance does not know them. Derive them from the abstract class.

Fails: TestStrategy::test_both_are_strategies
"""

from typing import Any


class BubbleSort:
    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items


class QuickSort:
    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        level = [item for item in data if not (item < pivot or pivot < item)]
        return self.sort(before) + level + self.sort(after)
