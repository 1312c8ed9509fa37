"""Making an object of the own class

type(self)(width, height) asks Square for a square of two measures, which there is none of. What is longer than
wide is a Rectangle.

Fails: TestRectangle::test_changes_one_measure
"""

Rectangle.with_width = lambda self, width: type(self)(width, self.height, label=self.label)
Rectangle.with_height = lambda self, height: type(self)(self.width, height, label=self.label)
