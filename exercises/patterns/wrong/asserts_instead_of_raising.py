"""Checking an argument with assert

An assertion is for mistakes of your own: it raises AssertionError where the caller expects
TypeError, and python -O leaves it out altogether. Test with if, and raise.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    assert isinstance(animal_class, type) and issubclass(animal_class, Animal)
    cls._classes[name.lower()] = animal_class


AnimalFactory.register_animal = register_animal
