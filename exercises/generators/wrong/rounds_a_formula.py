"""A closed formula in floats

The formula with the golden ratio is exact on paper, but a float holds some 16 digits, so from the
71st number or so on it is off. Integers in Python grow as needed: add them.

Fails: TestFibonacciGenerator::test_numbers_stay_exact,
    TestFibonacciGenerator::test_has_no_end
"""

import itertools
import math


def fibonacci_generator():
    root = math.sqrt(5)
    ratio = (1 + root) / 2
    for place in itertools.count():
        yield round(ratio**place / root)
