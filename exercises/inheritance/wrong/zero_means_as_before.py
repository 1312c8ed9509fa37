"""Taking 0 for "not given"

`width or self.width` asks for truth: a width of 0 is refused nowhere, and the old one stays. Use None for what is not
given, and ask `is None`.

Fails: TestRectangle::test_refuses_measures_that_are_not_above_zero
"""


class Rectangle(Shape):
    def __init__(self, width, height, **rest):
        super().__init__(**rest)
        self._width = _positive(width)
        self._height = _positive(height)

    @property
    def width(self):
        return self._width

    @property
    def height(self):
        return self._height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)

    def _changed(self, width=None, height=None):
        return Rectangle(width or self.width, height or self.height, label=self.label)

    def with_width(self, width):
        return self._changed(width=width)

    def with_height(self, height):
        return self._changed(height=height)
