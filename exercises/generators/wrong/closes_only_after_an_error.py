"""Closing the file in except Exception

close() ends a generator by raising GeneratorExit at the yield, and that is no Exception, so this
clause never sees it. A finally, or with, sees every way out.

Fails: TestReadLargeFile::test_holds_the_file_open_only_while_reading
"""


def read_large_file(filename):
    file = open(filename, encoding="utf-8")
    try:
        for line in file:
            yield line.rstrip("\n")
    except Exception:
        file.close()
        raise
    file.close()
