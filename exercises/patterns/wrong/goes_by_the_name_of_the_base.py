"""Comparing the names of classes

Two classes can have the same name, and an animal of one is none of the other. issubclass asks
for the class itself.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    if not isinstance(animal_class, type) or "Animal" not in [base.__name__ for base in animal_class.__mro__]:
        raise TypeError(f"not a class of animals: {animal_class!r}")
    cls._classes[name.lower()] = animal_class


AnimalFactory.register_animal = register_animal
