"""Leaving the file to the garbage collector

A file that nobody closes stays open until it is collected, and when that happens is up to the
interpreter. Open it in a with block.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def read_large_file(filename):
    for line in open(filename, encoding="utf-8"):
        yield line.rstrip("\n")
