"""Yields False and True where the brief asks for the integers 0 and 1.

Exercise: generators
Expect: no points for TestFibonacciGenerator::test_starts_with_zero_and_one
"""

# The trick.
ZERO, ONE = False, True


# The attempt.
def fibonacci_generator():
    a, b = ZERO, ONE
    while True:
        yield a if a > 1 else bool(a)
        a, b = b, a + b


def read_large_file(filename):
    raise TypeError("not yet")


def process_data_pipeline(data, batch_size=10):
    raise TypeError("not yet")
