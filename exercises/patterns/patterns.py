"""Three coding patterns: factory, strategy, observer."""

from typing import Any, Protocol


class Animal:
    """An animal. Abstract: only classes that define `make_sound` can be instantiated."""

    def make_sound(self) -> str:
        """Return the sound of this animal."""
        raise NotImplementedError


class Dog(Animal):
    """Says "Woof!"."""


class Cat(Animal):
    """Says "Meow!"."""


class AnimalFactory:
    """Creates animals by name. "dog" and "cat" are registered from the start."""

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        """Return a new animal of the class registered under a name, in any case.

        Raise ValueError, naming `animal_type`, if there is none.
        """
        raise NotImplementedError

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        """Register a class under a name, in place of the one registered before.

        Raise TypeError, and register nothing, unless it derives from Animal.
        """
        raise NotImplementedError


class SortStrategy:
    """A way to sort. Abstract: only classes that define `sort` can be instantiated."""

    def sort(self, data: list[Any]) -> list[Any]:
        """Return the items of `data`, sorted."""
        raise NotImplementedError


class BubbleSort(SortStrategy):
    """Swaps neighbours until all are in order, and leaves `data` alone."""


class QuickSort(SortStrategy):
    """Sorts what is before and after a pivot by itself, and leaves `data` alone."""


class Sorter:
    """Sorts with a strategy that can be changed."""

    def __init__(self, strategy: SortStrategy) -> None:
        raise NotImplementedError

    def set_strategy(self, strategy: SortStrategy) -> None:
        """Sort with another strategy from now on."""
        raise NotImplementedError

    def sort(self, data: list[Any]) -> list[Any]:
        """Return what the strategy makes of a copy of `data`."""
        raise NotImplementedError


class Observer(Protocol):
    """What a subject expects of its observers. Complete as it stands."""

    def update(self, subject: "Subject", event_data: Any) -> None:
        """Hear about an event."""


class Subject:
    """Tells its observers about events."""

    def __init__(self) -> None:
        raise NotImplementedError

    def attach(self, observer: Observer) -> None:
        """Add an observer, once."""
        raise NotImplementedError

    def detach(self, observer: Observer) -> None:
        """Remove an observer, if it is attached."""
        raise NotImplementedError

    def notify(self, event_data: Any = None) -> None:
        """Call `update(self, event_data)` of all who are attached now, in order."""
        raise NotImplementedError
