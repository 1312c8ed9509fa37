"""Letting the KeyError of the dictionary out

How the factory stores its classes is its own affair, and a KeyError shows the key of that store
rather than what is wrong with the argument. Look first, and raise a ValueError with a message for
the caller.

Fails: TestFactory::test_names_the_unknown_animal,
    TestFactory::test_forgets_what_it_refused
"""

from typing import ClassVar


class AnimalFactory:
    _classes: ClassVar[dict[str, type[Animal]]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        return cls._classes[animal_type.lower()]()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
