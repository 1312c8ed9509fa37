"""An error message without the name

Whoever reads "unknown animal type" in a log has to guess which one it was. Put the offending
value into the message.

Fails: TestFactory::test_names_the_unknown_animal
"""


@classmethod
def create_animal(cls, animal_type: str) -> Animal:
    animal_class = cls._classes.get(animal_type.lower())
    if animal_class is None:
        raise ValueError("Unknown animal type")
    return animal_class()


AnimalFactory.create_animal = create_animal
