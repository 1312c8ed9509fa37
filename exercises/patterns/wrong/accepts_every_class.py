"""Accepting every class

That something is a class says that it can be called, not that an Animal comes out. Ask issubclass
as well.

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
        if not isinstance(animal_class, type):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
