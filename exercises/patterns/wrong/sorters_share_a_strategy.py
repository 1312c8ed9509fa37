"""Keeping the strategy on the class

An attribute of the class is one for all sorters, so choosing a strategy for one chooses it for
the others. Keep it on self.

Fails: TestStrategy::test_sorter_uses_its_latest_strategy
"""

from typing import Any


class Sorter:
    def __init__(self, strategy: SortStrategy) -> None:
        Sorter._strategy = strategy

    def set_strategy(self, strategy: SortStrategy) -> None:
        Sorter._strategy = strategy

    def sort(self, data: list[Any]) -> list[Any]:
        return self._strategy.sort(list(data))
