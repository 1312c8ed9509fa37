"""Registering classes weakly

A class that nobody else keeps is gone with the next collection, and its name is unknown. A registry has to hold what
is registered in it.

Fails: TestFactory::test_keeps_whatever_is_registered
"""

import weakref


class AnimalFactory:
    _classes = weakref.WeakValueDictionary({"dog": Dog, "cat": Cat})

    @classmethod
    def create_animal(cls, animal_type):
        animal_class = cls._classes.get(animal_type.lower())
        if animal_class is None:
            raise ValueError(f"Unknown animal type: {animal_type}")
        return animal_class()

    @classmethod
    def register_animal(cls, name, animal_class):
        if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
            raise TypeError(f"not a class of animals: {animal_class!r}")
        cls._classes[name.lower()] = animal_class
