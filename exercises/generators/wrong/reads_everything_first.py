"""Reading the whole file before the first line

readlines() holds all lines in memory before the first one is yielded, and yield can't undo that.
A file is its own iterator: loop over it.

Fails: TestReadLargeFile::test_reads_as_it_goes
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file.readlines():
            yield line.rstrip("\n")
