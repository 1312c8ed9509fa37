"""Leaving out blank lines

A blank line is a line: without it all the following ones have wrong numbers. Only the end of the
file ends the loop.

Fails: TestReadLargeFile::test_yields_every_line
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line:
                yield line
