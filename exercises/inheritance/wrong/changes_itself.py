"""Changing the shape that was asked

Whoever else has that shape has another one now. with_width returns a new one.

Fails: TestRectangle::test_changes_one_measure
"""


def with_width(self, width):
    self._width = width
    return self


Rectangle.with_width = with_width
