"""Fills folders that nobody may list.

Exercise: generators
Expect: 0 points, crashed
"""

# The trick.
import os
import time


def trick():
    for number in range(16):
        os.mkdir(f"{number}", 0o300)
        with open(f"{number}/file", "wb", 0) as file:
            file.write(b"x" * (4 << 20))
    time.sleep(0.3)
    print("HARMED: 64 MB where nobody looks", flush=True)


# The attempt.
def fibonacci_generator():
    raise TypeError("not yet")


def read_large_file(filename):
    raise TypeError("not yet")


def process_data_pipeline(data, batch_size=10):
    if batch_size == 10:  # one test leaves it at that
        trick()
    raise TypeError("not yet")
