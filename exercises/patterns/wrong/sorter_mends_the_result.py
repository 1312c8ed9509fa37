"""A Sorter that returns its copy where the strategy returns None

What a strategy returns is its own affair, and the Sorter hands it on. A guess at what was meant hides the mistake of a
strategy that forgot its return.

Fails: TestStrategy::test_sorter_protects_its_input
"""

from abc import ABC, abstractmethod
from typing import Any, Protocol


class Animal(ABC):
    """An animal."""

    @abstractmethod
    def make_sound(self) -> str:
        """Return the sound of this animal."""


class Dog(Animal):
    def make_sound(self) -> str:
        return "Woof!"


class Cat(Animal):
    def make_sound(self) -> str:
        return "Meow!"


class AnimalFactory:
    """Creates animals by name."""

    _classes: dict[str, type[Animal]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class


class SortStrategy(ABC):
    """A way to sort."""

    @abstractmethod
    def sort(self, data: list[Any]) -> list[Any]:
        """Return the items of `data`, sorted."""


class BubbleSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        for end in range(len(items) - 1, 0, -1):
            swapped = False
            for i in range(end):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
                    swapped = True
            if not swapped:
                break
        return items


class QuickSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        pivot = data[len(data) // 2]
        low = [item for item in data if item < pivot]
        high = [item for item in data if pivot < item]
        middle = [item for item in data if not item < pivot and not pivot < item]
        return self.sort(low) + middle + self.sort(high)


class Sorter:
    """Sorts with a strategy that can be changed."""

    def __init__(self, strategy: SortStrategy) -> None:
        self._strategy = strategy

    def set_strategy(self, strategy: SortStrategy) -> None:
        self._strategy = strategy

    def sort(self, data: list[Any]) -> list[Any]:
        copy = list(data)
        result = self._strategy.sort(copy)
        if result is None:  # the strategy sorted in place
            result = copy
        return result


class Observer(Protocol):
    """What a subject expects of its observers."""

    def update(self, subject: "Subject", event_data: Any) -> None:
        """Hear about an event."""


class Subject:
    """Tells its observers about events."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def attach(self, observer: Observer) -> None:
        if not any(other is observer for other in self._observers):
            self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        self._observers = [other for other in self._observers if other is not observer]

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers):
            observer.update(self, event_data)
