"""Ending at a number that is large enough

Whoever asks for one number more than you thought of gets StopIteration. `while True` is the loop for
what has no end: it costs nothing, as it stands still until it is asked.

Fails: TestFibonacciGenerator::test_has_no_end
"""


def fibonacci_generator():
    current, following = 0, 1
    for _ in range(3000):
        yield current
        current, following = following, current + following
