"""Sorts a private copy in place, and replaces collections instead of changing them

Quicksort after Hoare with a stack of its own instead of recursion, bubble sort with an early end;
the registry and the observers are tuples.
"""

import abc


class Animal(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def make_sound(self) -> str:
        raise NotImplementedError


class Dog(Animal):
    def make_sound(self) -> str:
        return "Woof!"


class Cat(Animal):
    def make_sound(self) -> str:
        return "Meow!"


class AnimalFactory:
    registered = (("dog", Dog), ("cat", Cat))

    @classmethod
    def create_animal(cls, animal_type):
        for name, animal_class in reversed(AnimalFactory.registered):
            if name.casefold() == animal_type.casefold():
                return animal_class()
        raise ValueError(animal_type)

    @classmethod
    def register_animal(cls, name, animal_class):
        if not issubclass(animal_class, Animal):
            raise TypeError(animal_class)
        AnimalFactory.registered = (*AnimalFactory.registered, (name, animal_class))


class SortStrategy(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def sort(self, data: list) -> list:
        raise NotImplementedError


class BubbleSort(SortStrategy):
    def sort(self, data: list) -> list:
        data = data[:]
        swapped = True
        while swapped:
            swapped = False
            for i in range(1, len(data)):
                if data[i] < data[i - 1]:
                    data[i - 1 : i + 1] = [data[i], data[i - 1]]
                    swapped = True
        return data


class QuickSort(SortStrategy):
    def sort(self, data: list) -> list:
        data = data[:]
        ranges = [(0, len(data) - 1)]
        while ranges:
            low, high = ranges.pop()
            if low >= high:
                continue
            pivot = data[(low + high) // 2]
            left, right = low, high
            while left <= right:
                while data[left] < pivot:
                    left += 1
                while pivot < data[right]:
                    right -= 1
                if left <= right:
                    data[left], data[right] = data[right], data[left]
                    left += 1
                    right -= 1
            ranges += [(low, right), (left, high)]
        return data


class Sorter:
    def __init__(self, strategy: SortStrategy):
        self.strategy = strategy

    def set_strategy(self, strategy: SortStrategy):
        self.strategy = strategy

    def sort(self, data: list) -> list:
        return self.strategy.sort([*data])


class Subject:
    def __init__(self):
        self.observers = ()

    def attach(self, observer):
        if not any(known is observer for known in self.observers):
            self.observers += (observer,)

    def detach(self, observer):
        self.observers = tuple(known for known in self.observers if known is not observer)

    def notify(self, event_data=None):
        for observer in self.observers:
            observer.update(self, event_data)
