"""Catching the KeyError of the class as well

The class is called within the `try`, and a KeyError of its own `__init__` turns into "unknown animal". Look the
class up within the `try`, and call it below.

Fails: TestFactory::test_lets_the_error_of_a_class_through
"""


class AnimalFactory:
    _classes = {"dog": Dog, "cat": Cat}

    @classmethod
    def create_animal(cls, animal_type):
        try:
            return cls._classes[animal_type.lower()]()
        except KeyError:
            raise ValueError(f"Unknown animal type: {animal_type}") from None

    @classmethod
    def register_animal(cls, name, animal_class):
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
