"""Creating an animal to see whether its class is right

Making an object can be slow, or have effects, and registering a class is no reason for either:
here the first animal is thrown away. Ask the class itself, with issubclass.

Fails: TestFactory::test_makes_a_new_animal_for_every_call,
    TestFactory::test_replaces_the_class_of_a_name
"""


@classmethod
def register_animal(cls, name: str, animal_class: type[Animal]) -> None:
    if not (isinstance(animal_class, type) and isinstance(animal_class(), Animal)):
        raise TypeError(f"not a class of animals: {animal_class!r}")
    cls._classes[name.lower()] = animal_class


AnimalFactory.register_animal = register_animal
