"""Comparing the names of classes

Two classes can have the same name, and an animal of one is none of the other. issubclass asks
for the class itself.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
"""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Protocol


class Animal(ABC):
    @abstractmethod
    def make_sound(self) -> str: ...


class Dog(Animal):
    def make_sound(self) -> str:
        return "Woof!"


class Cat(Animal):
    def make_sound(self) -> str:
        return "Meow!"


class AnimalFactory:
    _classes: ClassVar[dict[str, type[Animal]]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not isinstance(animal_class, type) or "Animal" not in [base.__name__ for base in animal_class.__mro__]:
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class


class SortStrategy(ABC):
    @abstractmethod
    def sort(self, data: list[Any]) -> list[Any]: ...


class BubbleSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        items = list(data)
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items


class QuickSort(SortStrategy):
    def sort(self, data: list[Any]) -> list[Any]:
        if not data:
            return []
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        level = [item for item in data if not (item < pivot or pivot < item)]
        return self.sort(before) + level + self.sort(after)


class Sorter:
    def __init__(self, strategy: SortStrategy) -> None:
        self._strategy = strategy

    def set_strategy(self, strategy: SortStrategy) -> None:
        self._strategy = strategy

    def sort(self, data: list[Any]) -> list[Any]:
        return self._strategy.sort(list(data))


class Observer(Protocol):
    def update(self, subject: "Subject", event_data: Any) -> None: ...


class Subject:
    def __init__(self) -> None:
        self._observers: dict[int, Observer] = {}

    def attach(self, observer: Observer) -> None:
        self._observers.setdefault(id(observer), observer)

    def detach(self, observer: Observer) -> None:
        self._observers.pop(id(observer), None)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
