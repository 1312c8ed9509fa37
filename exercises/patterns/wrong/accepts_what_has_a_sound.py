"""Accepting whatever has a make_sound

An animal has that method as well as its class, and so has a toy duck, but create_animal has to
call a class and return an Animal. Ask whether it is a class that derives from Animal.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    if not hasattr(animal_class, "make_sound"):
        raise TypeError(f"not a class of animals: {animal_class!r}")
    cls._classes[name.lower()] = animal_class


AnimalFactory.register_animal = register_animal
