"""Opening the file whenever it is not open

A file that is closed looks as if reading had not begun, so that the next line asked for opens it once more, and nobody
closes it. Remember that `close()` was called: after it there is no line.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


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
        if self.file is None or self.file.closed:
            self.file = open(self.filename, encoding="utf-8")
        line = self.file.readline()
        if not line:
            self.ended = True
            self.close()
            raise StopIteration
        return line.removesuffix("\n")

    def close(self):
        if self.file is not None:
            self.file.close()

    __del__ = close


def read_large_file(filename):
    return Lines(filename)
