"""Copying the shape and changing the copy

The copy of a square is a Square, whatever its sides are now. Call Rectangle with the measures.

Fails: TestRectangle::test_changes_one_measure
"""

from copy import copy


def with_width(self, width):
    other = copy(self)
    other._width = width
    return other


Rectangle.with_width = with_width
