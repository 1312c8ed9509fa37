"""Yielding the last line below the with block

Who looks one line ahead has the last one left when the block is over and the file closed. Yield every line
within the block, for the file has to stay open until the generator ends.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def read_large_file(filename):
    last = None
    with open(filename, encoding="utf-8") as file:
        for line in file:
            if last is not None:
                yield last
            last = line.rstrip("\n")
    if last is not None:
        yield last
