"""Stripping all white space

strip() without an argument takes spaces and tabs as well, on both sides of the line, and they
belong to the data. Remove the line ending alone.

Fails: TestReadLargeFile::test_keeps_all_but_the_line_ending
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.strip()
