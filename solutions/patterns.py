"""Three coding patterns: factory, strategy, observer."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Protocol


class Animal(ABC):
    """An animal. Abstract: only classes that define `make_sound` can be instantiated."""

    @abstractmethod
    def make_sound(self) -> str:
        """Return the sound of this animal."""


class Dog(Animal):
    """Says "Woof!"."""

    def make_sound(self) -> str:
        return "Woof!"


class Cat(Animal):
    """Says "Meow!"."""

    def make_sound(self) -> str:
        return "Meow!"


class AnimalFactory:
    """Creates animals by name. "dog" and "cat" are registered from the start."""

    _classes: ClassVar[dict[str, type[Animal]]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        """Return a new animal of the class registered under a name, in any case.

        Raise ValueError, naming `animal_type`, if there is none.
        """
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        """Register a class under a name, in place of the one registered before.

        Raise TypeError, and register nothing, unless it derives from Animal.
        """
        # issubclass alone would raise its own, puzzling TypeError for what is no class.
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class


class SortStrategy(ABC):
    """A way to sort. Abstract: only classes that define `sort` can be instantiated."""

    @abstractmethod
    def sort(self, data: list[Any]) -> list[Any]:
        """Return the items of `data`, sorted."""


class BubbleSort(SortStrategy):
    """Swaps neighbours until all are in order, and leaves `data` alone."""

    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        # After each pass the greatest of the items up to `last` is in its place.
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items


class QuickSort(SortStrategy):
    """Sorts what is before and after a pivot by itself, and leaves `data` alone."""

    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        # From the middle, so that a sorted list is halved each time.
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        # Not `item == pivot`: items may have an order without being equal.
        level = [item for item in data if not (item < pivot or pivot < item)]
        return self.sort(before) + level + self.sort(after)


class Sorter:
    """Sorts with a strategy that can be changed."""

    def __init__(self, strategy: SortStrategy) -> None:
        self._strategy = strategy

    def set_strategy(self, strategy: SortStrategy) -> None:
        """Sort with another strategy from now on."""
        self._strategy = strategy

    def sort(self, data: list[Any]) -> list[Any]:
        """Return what the strategy makes of a copy of `data`."""
        return self._strategy.sort(list(data))


class Observer(Protocol):
    """What a subject expects of its observers."""

    def update(self, subject: "Subject", event_data: Any) -> None:
        """Hear about an event."""


class Subject:
    """Tells its observers about events."""

    def __init__(self) -> None:
        # By id, since two observers can be equal, or unhashable. A dictionary keeps the
        # order, and holding the observer itself makes sure that its id stays its own.
        self._observers: dict[int, Observer] = {}

    def attach(self, observer: Observer) -> None:
        """Add an observer, once."""
        self._observers.setdefault(id(observer), observer)

    def detach(self, observer: Observer) -> None:
        """Remove an observer, if it is attached."""
        self._observers.pop(id(observer), None)

    def notify(self, event_data: Any = None) -> None:
        """Call `update(self, event_data)` of all who are attached now, in order."""
        # A copy, because an observer may attach or detach while the loop runs.
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
