"""Registering every class as soon as it is defined

A class that nobody registered can then be created by its name, and one that happens to be called Dog takes the place of
the dog. Only register_animal is asked to register.

Fails: TestFactory::test_names_the_unknown_animal
"""

from abc import ABC, abstractmethod
from typing import Any

_classes: dict[str, type["Animal"]] = {}


class Animal(ABC):
    """An animal."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _classes[cls.__name__.lower()] = cls

    @abstractmethod
    def make_sound(self) -> str:
        """Return the sound of this animal."""


class AnimalFactory:
    """Creates animals by name."""

    _classes = _classes

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
