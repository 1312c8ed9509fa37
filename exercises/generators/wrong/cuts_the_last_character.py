"""Cutting off the last character of every line

The last line of a file often has no newline, and loses a letter of its own. Remove a newline only
where there is one.

Fails: TestReadLargeFile::test_yields_the_whole_last_line
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line[:-1]
