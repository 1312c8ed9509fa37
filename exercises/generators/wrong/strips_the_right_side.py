"""Stripping all white space at the end

rstrip() without an argument takes trailing spaces and tabs along with the newline. rstrip("\\n")
takes the newline alone.

Fails: TestReadLargeFile::test_keeps_all_but_the_line_ending
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip()
