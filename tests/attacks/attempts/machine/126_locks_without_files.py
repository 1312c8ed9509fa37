"""Takes locks on files that all children may read, and looks for those of others.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import fcntl
import os
import struct

shared, null = open(os.__file__, "rb"), open(os.devnull, "r+b", buffering=0)
for file in (shared, null):
    with contextlib.suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("HARMED: a lock that others see")
    for command in (fcntl.F_OFD_SETLK, fcntl.F_OFD_GETLK):
        with contextlib.suppress(OSError):
            fcntl.fcntl(file, command, struct.pack("hhqqi4x", fcntl.F_RDLCK, os.SEEK_SET, 0, 1, 0))
            print("HARMED: a lock of an open file")
    for command in (fcntl.F_GETLK, fcntl.F_SETLK):
        with contextlib.suppress(OSError):
            fcntl.fcntl(file, command, struct.pack("hhqqi4x", fcntl.F_RDLCK, os.SEEK_SET, 0, 1, 0))
            print("HARMED: a record lock")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
