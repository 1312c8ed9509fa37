"""Dataclasses, a dictionary that ignores case, and a quicksort that is a generator

The registry is a UserDict that checks what is put into it. A small dataclass wraps each observer
and compares by identity, so that a dictionary can have it as a key.
"""

from abc import ABC, abstractmethod
from collections import UserDict, deque
from dataclasses import dataclass, field
from typing import Any


class Animal(ABC):
    @abstractmethod
    def make_sound(self) -> str: ...


@dataclass
class Dog(Animal):
    sound: str = "Woof!"

    def make_sound(self) -> str:
        return self.sound


@dataclass
class Cat(Animal):
    sound: str = "Meow!"

    def make_sound(self) -> str:
        return self.sound


class NamedClasses(UserDict):
    def __getitem__(self, name):
        return super().__getitem__(name.casefold())

    def __setitem__(self, name, value):
        try:
            derived = issubclass(value, Animal)
        except TypeError:
            derived = False
        if not derived:
            raise TypeError(f"{value!r} is not a subclass of Animal")
        super().__setitem__(name.casefold(), value)


class UnknownAnimal(ValueError, LookupError):
    """Raised for a name that nobody registered."""


class AnimalFactory:
    classes = NamedClasses(Dog=Dog, Cat=Cat)

    @staticmethod
    def create_animal(animal_type: str) -> Animal:
        try:
            animal_class = AnimalFactory.classes[animal_type]
        except KeyError as error:
            raise UnknownAnimal(f"{animal_type} is unknown") from error
        return animal_class()

    @staticmethod
    def register_animal(name: str, animal_class: type[Animal]) -> None:
        AnimalFactory.classes[name] = animal_class


class SortStrategy(ABC):
    @abstractmethod
    def sort(self, data: list) -> list: ...


class BubbleSort(SortStrategy):
    def sort(self, data: list) -> list:
        rest, done = list(data), deque()
        while rest:
            greatest, passed = rest[0], []
            for item in rest[1:]:
                if item < greatest:
                    passed.append(item)
                else:
                    passed.append(greatest)
                    greatest = item
            done.appendleft(greatest)
            rest = passed
        return list(done)


class QuickSort(SortStrategy):
    def sort(self, data: list) -> list:
        return list(self.walk(data))

    def walk(self, data):
        if not data:
            return
        pivot, low, middle, high = data[len(data) // 2], [], [], []
        for item in data:
            (low if item < pivot else high if pivot < item else middle).append(item)
        yield from self.walk(low)
        yield from middle
        yield from self.walk(high)


@dataclass
class Sorter:
    strategy: SortStrategy

    def set_strategy(self, strategy: SortStrategy) -> None:
        self.strategy = strategy

    def sort(self, data: list) -> list:
        return self.strategy.sort(list(data))


@dataclass(frozen=True, eq=False)
class Attached:
    observer: Any

    def __eq__(self, other):
        return self.observer is other.observer

    def __hash__(self):
        return id(self.observer)


@dataclass(eq=False)
class Subject:
    observers: dict[Attached, None] = field(default_factory=dict)

    def attach(self, observer: Any) -> None:
        self.observers[Attached(observer)] = None

    def detach(self, observer: Any) -> None:
        self.observers.pop(Attached(observer), None)

    def notify(self, event_data: Any = None) -> None:
        for attached in tuple(self.observers):
            attached.observer.update(self, event_data)
