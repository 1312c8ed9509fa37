"""Ignoring what the strategy returns

The sorter returns its copy in the belief that the strategy has sorted it, but most strategies
return a new list and leave the copy alone. Return what the strategy returns.

Fails: TestStrategy::test_sorter_uses_its_latest_strategy
"""

from typing import Any


def sort(self, data: list[Any]) -> list[Any]:
    items = list(data)
    self._strategy.sort(items)
    return items


Sorter.sort = sort
