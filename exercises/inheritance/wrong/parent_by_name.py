"""Calling the parent by its name

Rectangle is the parent that is written there, but not always the next in line: a class that derives from Square and
from another rectangle has that one in between. super() asks it, a name leaves it out.

Fails: TestRectangle::test_square_hands_on_the_rest
"""


class Square(Rectangle):
    def __init__(self, side, **rest):
        Rectangle.__init__(self, side, side, **rest)

    @property
    def side(self):
        return self.width
