"""Leaves a record lock where the next child would find it, in an exercise that has files.

Exercise: generators
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


def locked(file, kind):
    """The process that has a lock there which this kind of lock would meet, or 0."""
    found = fcntl.fcntl(file, fcntl.F_GETLK, struct.pack("hhqqi4x", kind, os.SEEK_SET, 0, 1, 0))
    kind, _, _, _, pid = struct.unpack("hhqqi4x", found)
    return pid if kind != fcntl.F_UNLCK else 0


for file, kind in ((shared, fcntl.F_RDLCK), (null, fcntl.F_WRLCK)):
    with contextlib.suppress(OSError):
        if locked(file, fcntl.F_WRLCK):
            print("HARMED: a lock of another child")
        fcntl.fcntl(file, fcntl.F_SETLK, struct.pack("hhqqi4x", kind, os.SEEK_SET, 0, 1, 0))


# The attempt.
def fibonacci_generator():
    raise TypeError("not yet")


def read_large_file(filename):
    raise TypeError("not yet")


def process_data_pipeline(data, batch_size=10):
    raise TypeError("not yet")
