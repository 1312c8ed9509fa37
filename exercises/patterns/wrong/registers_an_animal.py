"""Creating the animal when its class is registered

The factory makes one animal per name at registration and hands the same one to everybody, so what
one caller changes, all others see. Store the class, and call it each time.

Fails: TestFactory::test_makes_a_new_animal_for_every_call
"""

from typing import ClassVar


class AnimalFactory:
    _animals: ClassVar[dict[str, Animal]] = {"dog": Dog(), "cat": Cat()}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        animal = cls._animals.get(animal_type.lower())
        if animal is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._animals[name.lower()] = animal_class()
