"""Splitting with str.splitlines

str.splitlines knows some ten characters that end a line, the form feed among them. A file's lines
end with a newline only.

Fails: TestReadLargeFile::test_keeps_all_but_the_line_ending
"""


def read_large_file(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield from line.splitlines()
