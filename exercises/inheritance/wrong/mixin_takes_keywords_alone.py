"""A mixin that hands on keywords alone

The shape behind it takes its measures by position. `*args` hands on those as well.

Fails: TestBird::test_stands_in_front_of_any_shape
"""


def init(self, *, speed=10, **rest):
    super(Flyable, self).__init__(**rest)
    self.speed = speed


Flyable.__init__ = init
