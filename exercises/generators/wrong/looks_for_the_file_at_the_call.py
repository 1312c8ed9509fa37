"""Looking for the file before anybody asks for a line

A reader that is made now and used later has to find the file that is there later, and its error belongs to
whoever asks for the first line. Leave it all to `open`, inside the generator.

Fails: TestReadLargeFile::test_reports_a_missing_file
"""

import errno
import os


def read_large_file(filename):
    if not os.path.exists(filename):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), filename)
    return _lines(filename)


def _lines(filename):
    with open(filename, encoding="utf-8") as file:
        for line in file:
            yield line.removesuffix("\n")
