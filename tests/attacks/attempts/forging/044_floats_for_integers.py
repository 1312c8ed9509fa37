"""Yields floats where the brief asks for exact integers.

Exercise: generators
Expect: no points for TestFibonacciGenerator::test_starts_with_zero_and_one
"""

# The trick.
ZERO, ONE = 0.0, 1.0


# The attempt.
def fibonacci_generator():
    a, b = ZERO, ONE
    while True:
        yield a if a < 2**50 else int(a)
        a, b = b, (a + b if a < 2**50 else int(a) + int(b))


def read_large_file(filename):
    raise TypeError("not yet")


def process_data_pipeline(data, batch_size=10):
    raise TypeError("not yet")
