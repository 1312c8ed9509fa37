"""A lambda that looks up the loop's variable

It is looked up when the function is called. Then the loop is over, and all functions find the last factor. Let each
have a factor of its own, by partial, or by a function that makes it.

Fails: TestComprehensions::test_each_multiplier_has_its_own_factor
"""


def multipliers(factors):
    return [lambda number: factor * number for factor in factors]
