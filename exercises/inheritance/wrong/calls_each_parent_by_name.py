"""Calling each parent's __init__ by name

Each of them goes on to the next in line, so what stands behind both is asked twice. One super().__init__ goes
through all of them, once each.

Fails: TestBird::test_bird_hands_on_the_rest
"""


def init(self, wingspan, *, speed=10, **rest):
    Flyable.__init__(self, speed=speed, **rest)
    Shape.__init__(self, **rest)
    self._wingspan = _positive(wingspan)


Bird.__init__ = init
