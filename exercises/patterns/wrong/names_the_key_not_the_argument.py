"""An error message with a changed name

The message shows the name in lower case, which is not what the caller wrote, so a search for it
in their code finds nothing. Keep the argument as it was, and use a second variable for the key.

Fails: TestFactory::test_names_the_unknown_animal
"""


@classmethod
def create_animal(cls, animal_type: str) -> Animal:
    animal_type = animal_type.lower()
    animal_class = cls._classes.get(animal_type)
    if animal_class is None:
        raise ValueError(f"Unknown animal type: {animal_type}")
    return animal_class()


AnimalFactory.create_animal = create_animal
