"""A limit of its own

How many numbers are needed is the consumer's business: a generator may run for ever, because
nothing is computed before it is asked for. Loop with while True and let the consumer stop.

Fails: TestFibonacciGenerator::test_has_no_end
"""


def fibonacci_generator():
    a, b = 0, 1
    for _ in range(1000):
        yield a
        a, b = b, a + b


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    squares = (item**2 for item in data if item % 2 == 0)
    return in_batches(squares, batch_size)


def in_batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
