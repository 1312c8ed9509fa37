"""Handing out the same generator at every call

A generator goes forward only, so whoever gets a cached one goes on where the last consumer
stopped. Each call has to make a new one.

Fails: TestFibonacciGenerator::test_generators_are_independent
"""

import functools


@functools.cache
def fibonacci_generator():
    def numbers():
        a, b = 0, 1
        while True:
            yield a
            a, b = b, a + b

    return numbers()
