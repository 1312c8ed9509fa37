"""A Sorter that returns its copy where the strategy returns None

What a strategy returns is its own affair, and the Sorter hands it on. A guess at what was meant hides the mistake of a
strategy that forgot its return.

Fails: TestStrategy::test_sorter_protects_its_input
"""

from typing import Any


def sort(self, data: list[Any]) -> list[Any]:
    copy = list(data)
    result = self._strategy.sort(copy)
    if result is None:  # the strategy sorted in place
        result = copy
    return result


Sorter.sort = sort
