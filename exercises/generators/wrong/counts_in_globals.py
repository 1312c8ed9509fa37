"""State shared between generators

Two generators that keep their place in the same global variables push each other forward. Local
variables of a generator function belong to one generator each.

Fails: TestFibonacciGenerator::test_generators_are_independent
"""

a, b = 0, 1


def fibonacci_generator():
    global a, b
    while True:
        yield a
        a, b = b, a + b
