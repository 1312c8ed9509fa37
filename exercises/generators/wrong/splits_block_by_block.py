"""Splitting a file block by block

A block that read() returns ends anywhere, most often within a line, and the two halves of that line
belong together. Keep the rest behind the last newline for the next block, or loop over the file.

Fails: TestReadLargeFile::test_yields_every_line, TestReadLargeFile::test_removes_either_line_ending,
TestReadLargeFile::test_reads_utf_8
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        while block := file.read(4096):
            yield from block.removesuffix("\n").split("\n")
