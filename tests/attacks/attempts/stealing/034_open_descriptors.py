"""Looks through the open descriptors for files and folders to read.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os
import stat

for number in range(3, 256):
    with contextlib.suppress(OSError):
        mode = os.fstat(number).st_mode
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            print("HARMED: an open file or folder", number)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
