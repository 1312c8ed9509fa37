"""A circle that leaves out its parent's __init__

What Shape keeps is never kept then: the label is missing. Whoever overrides __init__ calls super().__init__.

Fails: TestShape::test_circle_hands_on_the_rest, TestBird::test_refuses_other_arguments
"""


def init(self, radius, *, label=None, **rest):
    self._radius = _positive(radius)
    self.label = type(self).__name__ if label is None else label


Circle.__init__ = init
