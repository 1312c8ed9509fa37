"""Registering whatever comes

A type hint checks nothing when the program runs, so a string or an animal gets into the registry
and fails only when somebody asks for it. Check what is registered, and raise a TypeError at once.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
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
        cls._classes[name.lower()] = animal_class
