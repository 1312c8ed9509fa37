"""Keeping the classes as attributes of the factory

`getattr` also finds what every class has, such as `mro`, and what the factory itself needs: those are names that nobody
registered. A dictionary holds what was put into it and nothing else.

Fails: TestFactory::test_names_the_unknown_animal
"""


class AnimalFactory:
    dog = Dog
    cat = Cat

    @classmethod
    def create_animal(cls, animal_type):
        animal_class = getattr(cls, animal_type.lower(), None)
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name, animal_class):
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        setattr(cls, name.lower(), animal_class)
