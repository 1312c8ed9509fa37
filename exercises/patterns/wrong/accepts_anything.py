"""Registering whatever comes

A type hint checks nothing when the program runs, so a string or an animal gets into the registry
and fails only when somebody asks for it. Check what is registered, and raise a TypeError at once.

Fails: TestFactory::test_refuses_what_is_no_class_of_animals,
    TestFactory::test_forgets_what_it_refused
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    cls._classes[name.lower()] = animal_class


AnimalFactory.register_animal = register_animal
