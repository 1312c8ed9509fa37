"""Updating the two variables one after the other

After a = b the old value of a is lost, and a + b is twice b: the sequence doubles. The tuple
assignment a, b = b, a + b computes both values before it assigns either.

Fails: TestFibonacciGenerator::test_starts_with_zero_and_one,
    TestFibonacciGenerator::test_numbers_stay_exact
"""


def fibonacci_generator():
    a, b = 0, 1
    while True:
        yield a
        a = b
        b = a + b
