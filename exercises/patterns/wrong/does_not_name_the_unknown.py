"""An error message without the name

Whoever reads "unknown animal type" in a log has to guess which one it was. Put the offending
value into the message.

Fails: TestFactory::test_names_the_unknown_animal
"""

from typing import ClassVar


class AnimalFactory:
    _classes: ClassVar[dict[str, type[Animal]]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError("Unknown animal type")
        return animal_class()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
