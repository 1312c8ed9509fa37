"""Shape calls no super().__init__

Shape is not the end of the line: a class of somebody else's may stand behind it, and its __init__ is never run then.

Fails: TestShape::test_circle_hands_on_the_rest, TestRectangle::test_square_hands_on_the_rest,
    TestBird::test_bird_hands_on_the_rest, TestBird::test_refuses_other_arguments
"""


def init(self, *, label=None, **rest):
    self.label = type(self).__name__ if label is None else label


Shape.__init__ = init
