"""Forgetting the label

The new rectangle is to be as the old one was but for one measure, and the label belongs to what stays.

Fails: TestRectangle::test_changes_one_measure
"""

Rectangle.with_width = lambda self, width: Rectangle(width, self.height)
