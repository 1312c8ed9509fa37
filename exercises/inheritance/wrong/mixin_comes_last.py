"""Putting the mixin behind the class that it adds to

Python takes the first describe in line, which is Shape's here, and that asks nobody else. What adds to another
stands in front of it.

Fails: TestBird::test_bird_is_a_shape_that_flies
"""


class Bird(Shape, Flyable):
    def __init__(self, wingspan, **rest):
        super().__init__(**rest)
        self._wingspan = _positive(wingspan)

    @property
    def wingspan(self):
        return self._wingspan

    def area(self):
        return self.wingspan**2 * 0.5

    def perimeter(self):
        return self.wingspan * 4
