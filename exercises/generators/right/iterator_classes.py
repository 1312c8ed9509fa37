"""Writes the generators out as classes: what yield keeps in a frame is kept in attributes."""


class Fibonacci:
    def __init__(self):
        self.current, self.following = 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        number = self.current
        self.current, self.following = self.following, number + self.following
        return number


class Lines:
    def __init__(self, filename):
        self.filename = filename
        self.file = None
        self.ended = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.ended:
            raise StopIteration
        if self.file is None:
            self.file = open(self.filename, encoding="utf-8")
        line = self.file.readline()
        if not line:
            self.close()
            raise StopIteration
        return line[:-1] if line.endswith("\n") else line

    def close(self):
        self.ended = True
        if self.file is not None:
            self.file.close()

    __del__ = close


class Batches:
    def __init__(self, data, batch_size):
        if batch_size < 1:
            raise ValueError(batch_size)
        self.source = iter(data)
        self.batch_size = batch_size

    def __iter__(self):
        return self

    def __next__(self):
        batch = []
        while len(batch) < self.batch_size:
            try:
                item = next(self.source)
            except StopIteration:
                break
            if item % 2 == 0:
                batch.append(item**2)
        if not batch:
            raise StopIteration
        return batch


def fibonacci_generator():
    return Fibonacci()


def read_large_file(filename):
    return Lines(filename)


def process_data_pipeline(data, batch_size=10):
    return Batches(data, batch_size)
