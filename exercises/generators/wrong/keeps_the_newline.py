"""Leaving the newline on

Iterating over a file gives each line with its newline at the end. The newline separates the lines
and is no part of them here.

Fails: TestReadLargeFile::test_yields_every_line,
    TestReadLargeFile::test_removes_either_line_ending
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        yield from file
