"""A mixin without super().__init__

It stands in front, so everybody behind it waits for its call. Without that no shape gets its measures.

Fails: TestBird::test_stands_in_front_of_any_shape, TestBird::test_bird_is_a_shape_that_flies
"""


def init(self, *args, speed=10, **rest):
    self.speed = speed


Flyable.__init__ = init
