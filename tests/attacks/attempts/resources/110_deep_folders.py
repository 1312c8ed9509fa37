"""Makes folders in one another, deeper than whoever removes them can follow.

Exercise: generators
Expect: 0 points, harmless
"""

# The trick.
import os


def trick():
    for _ in range(3_000):
        try:
            os.mkdir("d")
        except FileExistsError:
            pass
        os.chdir("d")
    raise TypeError("not yet")


# The attempt.
def fibonacci_generator():
    trick()


def read_large_file(filename):
    trick()


def process_data_pipeline(data, batch_size=10):
    trick()
