"""Opens files that never had a name (O_TMPFILE), and keeps space for them.

Exercise: generators
Expect: 0 points, failed
"""

# The trick.
import os
import time


def trick():
    held = []
    for _ in range(48):
        held.append(os.open(".", os.O_RDWR | os.O_TMPFILE))
        os.posix_fallocate(held[-1], 0, 4 << 20)
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
