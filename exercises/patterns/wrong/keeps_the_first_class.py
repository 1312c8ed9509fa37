"""Keeping the first class of a name

setdefault ignores a second registration without a word, so dogs and cats can never be replaced.
An assignment lets the latest class count.

Fails: TestFactory::test_replaces_the_class_of_a_name
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    if not (isinstance(animal_class, type) and issubclass(animal_class, Animal)):
        raise TypeError(f"not a class of animals: {animal_class!r}")
    cls._classes.setdefault(name.lower(), animal_class)


AnimalFactory.register_animal = register_animal
