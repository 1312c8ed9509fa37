"""A mixin that calls Shape by name

Shape need not be the next in line: Square or another mixin may stand between them, and is left out. super() asks
the next, whoever it is.

Fails: TestBird::test_stands_in_front_of_any_shape
"""

Flyable.describe = lambda self: f"{Shape.describe(self)}, flies at {self.speed}"
