"""Maps large files, then deletes and closes them: only its memory still knows them.

Exercise: generators
Expect: 0 points, crashed
"""

# The trick.
import mmap
import os
import time


def trick():
    held = []
    for _ in range(48):
        file = os.open("file", os.O_RDWR | os.O_CREAT)
        os.write(file, b"x" * (4 << 20))
        held.append(mmap.mmap(file, 4 << 20, prot=mmap.PROT_READ))
        os.unlink("file")
        os.close(file)
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
