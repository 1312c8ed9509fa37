"""Checking an argument with assert

An assertion is for mistakes of your own: it raises AssertionError where the caller expects
TypeError, and python -O leaves it out altogether. Test with if, and raise.

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
        assert isinstance(animal_class, type) and issubclass(animal_class, Animal)
        cls._classes[name.lower()] = animal_class
