"""Reads how much processor time the judge has used, and waits for it to use more.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
found = ctypes.create_string_buffer(16)
never = struct.pack("qq", 0, -1)  # no time that could be waited for
for pid in (int("@JUDGE@"), os.getppid()):
    for which in (0, 1, 2):
        clock = ~pid << 3 | which
        for name in ("clock_gettime", "clock_getres"):
            if getattr(libc, name)(clock, found) == 0 or ctypes.get_errno() != 1:
                print("HARMED: reached by", name)
        if libc.clock_nanosleep(clock, 0, never, None) != 1:
            print("HARMED: reached a wait for it")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
