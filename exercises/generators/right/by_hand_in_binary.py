"""Reads bytes, decodes line by line, closes in a finally, and slices batches off a list."""

from pathlib import Path


def fibonacci_generator():
    last_two = [1, 0]
    while True:
        yield last_two[1]
        last_two = [last_two[1], last_two[0] + last_two[1]]


def read_large_file(filename):
    file = Path(filename).open("rb")
    try:
        while raw := file.readline():
            if raw.endswith(b"\r\n"):
                raw = raw[:-2]
            elif raw.endswith(b"\n"):
                raw = raw[:-1]
            yield raw.decode("utf-8")
    finally:
        file.close()


def process_data_pipeline(data, batch_size=10):
    if batch_size <= 0:
        raise ValueError("no room for a square")

    def stages():
        waiting = []
        for item in data:
            if item & 1:
                continue
            waiting += [item * item]
            if len(waiting) >= batch_size:
                full, waiting = waiting[:batch_size], waiting[batch_size:]
                yield full
        if waiting:
            yield waiting

    return stages()
