"""Expanding `~` and `$` in a file name

These are the shell's abbreviations, and a file may really be called so. Who is given a path opens that path; to
expand it is up to whoever typed it.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""

import os


def read_large_file(filename):
    path = os.path.expanduser(os.path.expandvars(filename))
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")
