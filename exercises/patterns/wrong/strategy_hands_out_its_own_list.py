"""Sorting in one list for all calls

The list on the strategy is the result of every call, so that a later call changes what an earlier one returned.
A new list for each call costs nothing.

Fails: TestStrategy::test_can_be_used_again[BubbleSort]
"""


class BubbleSort(SortStrategy):
    def __init__(self):
        self._items = []

    def sort(self, data):
        items = self._items
        items[:] = data
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items
