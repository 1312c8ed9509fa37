"""Prints without an end.

Exercise: decorators
Expect: 0 points, crashed
"""

# The trick.
import os


def trick():
    text = b"noise" * 10_000
    for _ in range(2_000):
        os.write(1, text)
    print("HARMED: a hundred megabytes of output", flush=True)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
