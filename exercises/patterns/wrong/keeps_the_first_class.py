"""Keeping the first class of a name

setdefault ignores a second registration without a word, so dogs and cats can never be replaced.
An assignment lets the latest class count.

Fails: TestFactory::test_replaces_the_class_of_a_name
"""

from typing import ClassVar


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
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes.setdefault(name.lower(), animal_class)
