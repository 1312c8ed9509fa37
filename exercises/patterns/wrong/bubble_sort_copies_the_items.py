"""Copying the items with the list

`deepcopy` copies what is in the list, too, so the caller gets other objects back than were
passed in. `list(data)` is a new list of the same items.

Fails: TestStrategy::test_needs_nothing_but_less_than
"""

import copy
from abc import ABC, abstractmethod
from typing import Protocol


class Animal(ABC):
    @abstractmethod
    def make_sound(self):
        pass


class Dog(Animal):
    def make_sound(self):
        return "Woof!"


class Cat(Animal):
    def make_sound(self):
        return "Meow!"


class AnimalFactory:
    _classes = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type):
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name, animal_class):
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class


class SortStrategy(ABC):
    @abstractmethod
    def sort(self, data):
        pass


class BubbleSort(SortStrategy):
    def sort(self, data):
        items = copy.deepcopy(data)
        for last in range(len(items) - 1, 0, -1):
            for i in range(last):
                if items[i + 1] < items[i]:
                    items[i], items[i + 1] = items[i + 1], items[i]
        return items


class QuickSort(SortStrategy):
    def sort(self, data):
        if not data:
            return []
        pivot = data[len(data) // 2]
        before = [item for item in data if item < pivot]
        after = [item for item in data if pivot < item]
        level = [item for item in data if not (item < pivot or pivot < item)]
        return self.sort(before) + level + self.sort(after)


class Sorter:
    def __init__(self, strategy):
        self._strategy = strategy

    def set_strategy(self, strategy):
        self._strategy = strategy

    def sort(self, data):
        return self._strategy.sort(list(data))


class Observer(Protocol):
    def update(self, subject, event_data):
        pass


class Subject:
    def __init__(self):
        self._observers = {}

    def attach(self, observer):
        self._observers.setdefault(id(observer), observer)

    def detach(self, observer):
        self._observers.pop(id(observer), None)

    def notify(self, event_data=None):
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
