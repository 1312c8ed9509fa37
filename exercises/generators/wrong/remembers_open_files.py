"""Sharing one open file between readers

An open file has one position, so readers that share it take each other's lines. Each reader opens
the file for itself.

Fails: TestReadLargeFile::test_readers_are_independent
"""

OPEN = {}


def read_large_file(filename):
    users, file = OPEN.get(filename, (0, None))
    file = file or open(filename, encoding="utf-8")
    OPEN[filename] = users + 1, file
    try:
        for line in file:
            yield line.rstrip("\n")
    finally:
        users, file = OPEN.pop(filename)
        if users > 1:
            OPEN[filename] = users - 1, file
        else:
            file.close()
