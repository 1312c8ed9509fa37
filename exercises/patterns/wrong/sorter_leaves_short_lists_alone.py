"""Sparing the strategy a list that looks sorted

What is to be done with no item or a single one is up to the strategy: it may count, log, or add something.
Hand every list to it, and return what it returns.

Fails: TestStrategy::test_sorter_uses_its_latest_strategy
"""


def sort(self, data):
    if len(data) < 2:
        return list(data)
    return self._strategy.sort(list(data))


Sorter.sort = sort
