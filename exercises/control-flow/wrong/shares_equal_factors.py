"""One function for factors that are equal

0.5 and Fraction(1, 2) are equal and have the same hash, so a cache gives both the function of the one that came
first. They are different numbers all the same: what they make of 3 is a float and a fraction.

Fails: TestComprehensions::test_each_multiplier_has_its_own_factor
"""

from functools import cache, partial
from operator import mul


def multipliers(factors):
    @cache
    def multiplier(factor):
        return partial(mul, factor)

    return [multiplier(factor) for factor in factors]
