"""Stands on two libraries: a registry of classes for the factory, an event emitter for the subject

The emitter keys its listeners by bound method, which compares by the identity of its object.

Needs: phx-class-registry, pyee
"""

import heapq
import inspect
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any, Protocol

from class_registry import ClassRegistry, RegistryKeyError
from pyee import EventEmitter


class Animal(ABC):
    @abstractmethod
    def make_sound(self): ...


class CaseBlindRegistry(ClassRegistry):
    @staticmethod
    def gen_lookup_key(key):
        return key.lower()


class AnimalFactory:
    registry = CaseBlindRegistry()

    @classmethod
    def create_animal(cls, animal_type):
        try:
            return cls.registry[animal_type]
        except RegistryKeyError:
            raise ValueError(f"no animal is called {animal_type!r}") from None

    @classmethod
    def register_animal(cls, name, animal_class):
        if not inspect.isclass(animal_class) or Animal not in inspect.getmro(animal_class):
            raise TypeError("register_animal takes a subclass of Animal")
        cls.registry.register(name)(animal_class)


@AnimalFactory.registry.register("dog")
class Dog(Animal):
    def make_sound(self):
        return "Woof!"


@AnimalFactory.registry.register("cat")
class Cat(Animal):
    def make_sound(self):
        return "Meow!"


class SortStrategy(ABC):
    @abstractmethod
    def sort(self, data): ...


class BubbleSort(SortStrategy):
    def sort(self, data):
        return sorted(data)


class QuickSort(SortStrategy):
    def sort(self, data):
        heap = data[:]
        heapq.heapify(heap)
        return [heapq.heappop(heap) for _ in range(len(heap))]


class Sorter:
    def __init__(self, strategy):
        self.set_strategy(strategy)

    def set_strategy(self, strategy):
        self.strategy = strategy

    def sort(self, data):
        return self.strategy.sort(data.copy())


class Observer(Protocol):
    def update(self, subject: "Subject", event_data: Any) -> None: ...


class Subject:
    def __init__(self):
        self.emitter = EventEmitter()

    def attach(self, observer):
        self.emitter.add_listener("notify", observer.update)

    def detach(self, observer):
        with suppress(KeyError):
            self.emitter.remove_listener("notify", observer.update)

    def notify(self, event_data=None):
        self.emitter.emit("notify", self, event_data)
