"""abstractmethod without ABC

The decorator only marks the method; it is the metaclass of ABC that looks at the marks and
refuses to make an object. Derive the class from ABC.

Fails: TestStrategy::test_strategies_need_a_sort
"""

from abc import abstractmethod
from typing import Any


class SortStrategy:
    @abstractmethod
    def sort(self, data: list[Any]) -> list[Any]: ...
