"""Measures that can be assigned

Somebody who widens a rectangle that is a square has a square with two different sides. What stays can't break
a promise.

Fails: TestRectangle::test_measures_stay
"""

Rectangle.width = property(lambda self: self._width, lambda self, width: setattr(self, "_width", width))
Rectangle.height = property(lambda self: self._height, lambda self, height: setattr(self, "_height", height))
