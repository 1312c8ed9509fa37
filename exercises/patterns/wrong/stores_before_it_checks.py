"""Storing first and checking afterwards

The error is raised, but the bad entry is already in the registry and has even replaced a good
one. Check before you change anything.

Fails: TestFactory::test_forgets_what_it_refused
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    cls._classes[name.lower()] = animal_class
    if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
        raise TypeError(f"not a class of animals: {animal_class!r}")


AnimalFactory.register_animal = register_animal
