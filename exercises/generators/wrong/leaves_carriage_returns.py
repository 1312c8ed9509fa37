"""Switching universal newlines off

With newline="" or "\\n" the file's \\r\\n comes through as it is, and rstrip("\\n") leaves a
carriage return behind. The default of open turns every \\r\\n into \\n.

Fails: TestReadLargeFile::test_removes_either_line_ending
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8", newline="") as file:
        for line in file:
            yield line.rstrip("\n")
