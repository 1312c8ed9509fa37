"""Closures and decorators instead of state in classes

The factory is a namespace of two functions, dogs and cats are registered by a decorator, and a
sorter and a subject hold functions instead of data. The pivot is chosen at random.
"""

import random
from abc import ABC, abstractmethod
from functools import reduce
from types import SimpleNamespace
from typing import Any, Protocol


class Animal(ABC):
    @abstractmethod
    def make_sound(self): ...


def make_factory():
    makers = {}

    def register_animal(name, animal_class):
        match animal_class:
            case type() if Animal in animal_class.__mro__:
                makers[name.upper()] = animal_class
            case _:
                raise TypeError(f"expected a kind of Animal, got {animal_class}")

    def create_animal(animal_type):
        if (key := animal_type.upper()) not in makers:
            raise ValueError(f"{animal_type}: no such animal")
        return makers[key]()

    return SimpleNamespace(register_animal=register_animal, create_animal=create_animal)


AnimalFactory = make_factory()


def named(name):
    def register(animal_class):
        AnimalFactory.register_animal(name, animal_class)
        return animal_class

    return register


@named("dog")
class Dog(Animal):
    def make_sound(self):
        return "Woof!"


@named("cat")
class Cat(Animal):
    def make_sound(self):
        return "Meow!"


class SortStrategy(ABC):
    @abstractmethod
    def sort(self, data): ...


class BubbleSort(SortStrategy):
    def sort(self, data):
        def rise(rest, item):
            """Put an item before a sorted list and let it rise past all that are less."""
            place = 0
            while place < len(rest) and rest[place] < item:
                place += 1
            return [*rest[:place], item, *rest[place:]]

        return reduce(rise, data, [])


class QuickSort(SortStrategy):
    def sort(self, data):
        if len(data) < 2:
            return data.copy()
        pivot = random.choice(data)
        parts = {-1: [], 0: [], 1: []}
        for item in data:
            parts[bool(pivot < item) - bool(item < pivot)].append(item)
        return [*self.sort(parts[-1]), *parts[0], *self.sort(parts[1])]


class Sorter:
    def __init__(self, strategy):
        self.set_strategy(strategy)

    def set_strategy(self, strategy):
        self.sort = lambda data: strategy.sort(data[:])

    def sort(self, data):
        raise AssertionError("replaced by set_strategy")


class Observer(Protocol):
    def update(self, subject: "Subject", event_data: Any) -> None: ...


class Subject:
    def __init__(self):
        observers = []

        def detach(observer):
            observers[:] = [other for other in observers if other is not observer]

        def attach(observer):
            if id(observer) not in map(id, observers):
                observers.append(observer)

        def notify(event_data=None):
            for tell in [observer.update for observer in observers]:
                tell(self, event_data)

        self.attach, self.detach, self.notify = attach, detach, notify
