"""Looking for Animal among the direct bases only

A class of puppies that derives from Dog derives from Animal as well, through Dog, but its `__bases__` hold Dog alone.
issubclass looks all the way up.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals
"""


class AnimalFactory:
    """Creates animals by name."""

    _classes: dict[str, type[Animal]] = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type: str) -> Animal:
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
        if not (isinstance(animal_class, type) and Animal in animal_class.__bases__):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
