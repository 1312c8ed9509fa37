"""Leaving the encoding to the machine

Without encoding= the preferred encoding of the machine is used, which is not UTF-8 everywhere: é
becomes Ã© there. Name the encoding of the file.

Fails: TestReadLargeFile::test_reads_utf_8
"""


def read_large_file(filename):
    with open(filename) as file:
        for line in file:
            yield line.rstrip("\n")
