"""Reading through fileinput.input

fileinput.input keeps one reader for the whole program and refuses a second. Open the file in the
generator, so that each has its own.

Fails: TestReadLargeFile::test_readers_are_independent
"""

import fileinput


def read_large_file(filename):
    with fileinput.input([filename], encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")
