"""A sequence that starts with 1, 1

Here the sequence starts with 0, so two variables that both begin at 1 are one step ahead. Yield
the number before you compute the next.

Fails: TestFibonacciGenerator::test_starts_with_zero_and_one,
    TestFibonacciGenerator::test_generators_are_independent
"""


def fibonacci_generator():
    a, b = 1, 1
    while True:
        yield a
        a, b = b, a + b
