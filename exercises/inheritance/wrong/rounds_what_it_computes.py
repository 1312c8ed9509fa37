"""Rounding what is computed

round(..., 2) keeps two digits behind the point, and of a tiny circle nothing at all. Round where a number is shown.

Fails: TestShape::test_is_exact
"""

from math import pi


class Circle(Shape):
    def __init__(self, radius, **rest):
        super().__init__(**rest)
        self._radius = _positive(radius)

    @property
    def radius(self):
        return self._radius

    def area(self):
        return round(pi * self.radius**2, 10)

    def perimeter(self):
        return round(2 * pi * self.radius, 10)
