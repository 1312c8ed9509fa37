"""Leaving the check for the abstract method to __init__

A subclass with an `__init__` of its own need not call that of its parent, and then nobody checks.
Derive from ABC and decorate the method with abstractmethod: Python checks before any `__init__`.

Fails: TestFactory::test_animals_need_a_sound, TestStrategy::test_strategies_need_a_sort
"""


class Animal:
    def __init__(self) -> None:
        if not hasattr(self, "make_sound"):
            raise TypeError("an animal has to define make_sound")


class SortStrategy:
    def __init__(self) -> None:
        if not hasattr(self, "sort"):
            raise TypeError("a strategy has to define sort")
