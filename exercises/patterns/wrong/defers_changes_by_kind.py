"""Putting changes off, and then doing all that attach before all that detach

An observer that detaches itself and attaches itself again while it is notified ends up detached. Changes that are put
off have to be made in the order in which they were asked for.

Fails: TestObserver::test_observers_may_attach_meanwhile
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
        return self._strategy.sort(list(data))


class Observer(Protocol):
    """What a subject expects of its observers."""

    def update(self, subject: "Subject", event_data: Any) -> None:
        """Hear about an event."""


class Subject:
    """Tells its observers about events."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []
        self._to_attach: list[Observer] = []
        self._to_detach: list[Observer] = []
        self._notifying = False

    def attach(self, observer: Observer) -> None:
        if self._notifying:
            self._to_attach.append(observer)
        elif not any(other is observer for other in self._observers):
            self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        if self._notifying:
            self._to_detach.append(observer)
        else:
            self._observers = [other for other in self._observers if other is not observer]

    def notify(self, event_data: Any = None) -> None:
        self._notifying = True
        try:
            for observer in self._observers:
                observer.update(self, event_data)
        finally:
            self._notifying = False
            while self._to_attach:
                self.attach(self._to_attach.pop(0))
            while self._to_detach:
                self.detach(self._to_detach.pop(0))
