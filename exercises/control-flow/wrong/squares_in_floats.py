"""Squaring by way of a float

A float has room for some sixteen digits; the square of a large int is cut to those. ** of ints is exact.

Fails: TestComprehensions::test_squares_even_numbers
"""


def even_squares(numbers):
    return [int(float(number) ** 2) for number in numbers if number % 2 == 0]
