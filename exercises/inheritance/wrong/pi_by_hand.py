"""Writing pi by hand

3.14159 is wrong in the seventh digit, and the error grows with the circle. math.pi is as exact as a float can be.

Fails: TestShape::test_circle_has_its_figures
"""

pi = 3.14159
