"""Adding up shapes only

What has an area() can be added up, whatever it derives from. The check leaves out what would have worked.

Fails: TestShape::test_adds_up_areas
"""


def total_area(shapes):
    return sum(shape.area() for shape in shapes if isinstance(shape, Shape))
