"""A square that is no rectangle

Where rectangles are expected, a square would do, and is refused. It has all that a rectangle has.

Fails: TestBird::test_knows_its_kind
"""


class Square(Shape):
    def __init__(self, side, **rest):
        super().__init__(**rest)
        self._side = _positive(side)

    side = width = height = property(lambda self: self._side)
    area, perimeter = Rectangle.area, Rectangle.perimeter
    with_width, with_height = Rectangle.with_width, Rectangle.with_height
