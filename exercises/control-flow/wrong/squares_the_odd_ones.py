"""Taking the remainder for the answer

number % 2 is 1 for odd numbers, and 1 is true: this keeps exactly those that should go. Even is number % 2 == 0.

Fails: TestComprehensions::test_squares_even_numbers, TestComprehensions::test_takes_many
"""


def even_squares(numbers):
    return [number**2 for number in numbers if number % 2]
