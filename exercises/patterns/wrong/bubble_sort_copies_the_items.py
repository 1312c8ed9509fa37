"""Copying the items with the list

`deepcopy` copies what is in the list, too, so the caller gets other objects back than were
passed in. `list(data)` is a new list of the same items.

Fails: TestStrategy::test_needs_nothing_but_less_than
"""

import copy


class BubbleSort(SortStrategy):
    def sort(self, data):
        items = copy.deepcopy(data)
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items
