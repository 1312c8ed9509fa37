"""Returning what list.sort returns

list.sort sorts a list in place and returns None. Either return the list after sorting it, or use
sorted.

Fails: TestStrategy::test_sorts[BubbleSort],
    TestStrategy::test_returns_a_new_list[BubbleSort]
"""

from typing import Any


class BubbleSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        return items.sort()
