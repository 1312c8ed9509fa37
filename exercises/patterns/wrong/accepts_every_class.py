"""Accepting every class

That something is a class says that it can be called, not that an Animal comes out. Ask issubclass
as well.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    if not isinstance(animal_class, type):
        raise TypeError(f"not a class of animals: {animal_class!r}")
    cls._classes[name.lower()] = animal_class


AnimalFactory.register_animal = register_animal
