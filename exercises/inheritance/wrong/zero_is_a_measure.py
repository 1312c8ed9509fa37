"""Refusing negative measures only

A circle of radius 0 is a point, and no shape. "Above 0" leaves 0 out.

Fails: TestRectangle::test_refuses_measures_that_are_not_above_zero
"""


def _positive(measure):
    if measure < 0:
        raise ValueError(measure)
    return measure
