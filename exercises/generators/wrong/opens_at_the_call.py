"""Opening the file at the call

A generator that never starts can't clean up, for its with block was never entered. Open the file
inside the generator, where the first line is asked for.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def read_large_file(filename):
    file = open(filename, encoding="utf-8")

    def lines():
        with file:
            for line in file:
                yield line.rstrip("\n")

    return lines()
