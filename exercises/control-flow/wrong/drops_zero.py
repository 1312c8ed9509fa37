"""Leaving 0 out

0 is even, and its square is 0. A condition like `if number` or `if square` asks for truth.

Fails: TestComprehensions::test_squares_even_numbers
"""


def even_squares(numbers):
    return [number**2 for number in numbers if number and number % 2 == 0]
