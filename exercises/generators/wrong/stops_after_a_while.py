"""A limit of its own

How many numbers are needed is the consumer's business: a generator may run for ever, because
nothing is computed before it is asked for. Loop with while True and let the consumer stop.

Fails: TestFibonacciGenerator::test_has_no_end
"""


def fibonacci_generator():
    a, b = 0, 1
    for _ in range(1000):
        yield a
        a, b = b, a + b
