"""A base class that only raises NotImplementedError

Such a class can be instantiated, and the missing method is noticed when it is called, perhaps
much later. With ABC and abstractmethod Python refuses to make an incomplete animal in the first
place.

Fails: TestFactory::test_animals_need_a_sound
"""


class Animal:
    def make_sound(self) -> str:
        raise NotImplementedError
