"""Beginning with the first area

Without a first one, reduce and next raise an error. The sum of nothing is 0: begin there.

Fails: TestShape::test_adds_up_areas
"""

from functools import reduce


def total_area(shapes):
    return reduce(lambda one, other: one + other, [shape.area() for shape in shapes])
