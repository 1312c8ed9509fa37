"""Deletes large files and keeps them open: they have no name, and take space.

Exercise: generators
Expect: 0 points, crashed
"""

# The trick.
import os
import time


def trick():
    held = []
    for _ in range(48):
        held.append(os.open("file", os.O_RDWR | os.O_CREAT))
        os.unlink("file")
        os.write(held[-1], b"x" * (4 << 20))
    time.sleep(0.3)
    print(f"HARMED: {4 * len(held)} MB in files without a name", flush=True)


# The attempt.
def fibonacci_generator():
    raise TypeError("not yet")


def read_large_file(filename):
    raise TypeError("not yet")


def process_data_pipeline(data, batch_size=10):
    if batch_size == 10:  # one test leaves it at that
        trick()
    raise TypeError("not yet")
