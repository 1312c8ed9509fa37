"""A sorter that remembers a method of its first strategy

The bound method belongs to the strategy of that moment, so set_strategy changes an attribute that
nobody reads any more. Look the method up when you sort.

Fails: TestStrategy::test_sorter_uses_its_latest_strategy
"""

from typing import Any


class Sorter:
    def __init__(self, strategy: SortStrategy) -> None:
        self._strategy = strategy
        self._sort = strategy.sort

    def set_strategy(self, strategy: SortStrategy) -> None:
        self._strategy = strategy

    def sort(self, data: list[Any]) -> list[Any]:
        return self._sort(list(data))
