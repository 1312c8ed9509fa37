"""Returning None for an unknown name

The caller gets something that is no animal, and the error shows up later and elsewhere, when a
sound is asked of None. Raise a ValueError where the mistake is made.

Fails: TestFactory::test_names_the_unknown_animal,
    TestFactory::test_forgets_what_it_refused
"""

from typing import ClassVar


class AnimalFactory:
    _classes: ClassVar[dict[str, type[Animal]]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            return None
        return animal_class()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
