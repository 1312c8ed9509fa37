"""Letting the KeyError of the dictionary out

How the factory stores its classes is its own affair, and a KeyError shows the key of that store
rather than what is wrong with the argument. Look first, and raise a ValueError with a message for
the caller.

Fails: TestFactory::test_names_the_unknown_animal,
    TestFactory::test_forgets_what_it_refused
"""


@classmethod
def create_animal(cls, animal_type: str) -> Animal:
    return cls._classes[animal_type.lower()]()


AnimalFactory.create_animal = create_animal
