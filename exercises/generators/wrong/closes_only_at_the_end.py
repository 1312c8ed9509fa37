"""Closing the file after the loop

When a generator is closed or dropped, it stops at its yield, and what follows the loop never
runs. Put the yield inside with, or the close() into finally.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def read_large_file(filename):
    file = open(filename, encoding="utf-8")
    for line in file:
        yield line.rstrip("\n")
    file.close()
