"""A sorter that trusts its strategies

Anybody can write a strategy, and one that sorts in place changes the list of the sorter's caller.
Give the strategy a copy.

Fails: TestStrategy::test_sorter_protects_its_input
"""

from typing import Any


def sort(self, data: list[Any]) -> list[Any]:
    return self._strategy.sort(data)


Sorter.sort = sort
