"""Treating a missing file as an empty one

No lines and no file are different answers, and the caller can't tell them apart when the error is
swallowed. Let FileNotFoundError through.

Fails: TestReadLargeFile::test_reports_a_missing_file
"""


def read_large_file(filename):
    try:
        with open(filename, encoding="utf-8") as file:
            for line in file:
                yield line.rstrip("\n")
    except FileNotFoundError:
        return
