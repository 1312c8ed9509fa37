"""Returning a generator expression out of a with block

The return leaves the with block, which closes the file before the first line is read. The
function that holds the file has to be the one that yields.

Fails: TestReadLargeFile::test_yields_every_line,
    TestReadLargeFile::test_reads_as_it_goes
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        return (line.rstrip("\n") for line in file)
