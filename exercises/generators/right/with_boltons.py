"""Takes the batches from boltons, and keeps the file in an ExitStack.

Needs: boltons
"""

from contextlib import ExitStack

from boltons.iterutils import chunked_iter


def fibonacci_generator():
    older, newer = 0, 1
    yield older
    while True:
        yield newer
        older, newer = newer, older + newer


def read_large_file(filename):
    with ExitStack() as stack:
        file = stack.enter_context(open(filename, encoding="utf-8"))
        for line in iter(file.readline, ""):
            yield line.rstrip("\n")


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError("a batch_size of 1 is the smallest")
    evens = (item for item in data if item % 2 == 0)
    return chunked_iter(map(lambda item: item * item, evens), batch_size)
