"""Reads how much processor time the judge has used, and waits for it to use more.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import os
import time

libc = ctypes.CDLL(None, use_errno=True)
for pid in (int("@JUDGE@"), os.getppid()):
    for which in (0, 1, 2):
        clock = ~pid << 3 | which
        for name, ask in (("time", time.clock_gettime_ns), ("resolution", time.clock_getres)):
            try:
                print("HARMED: saw the", name, ask(clock))
            except PermissionError:
                continue
            except OSError:
                print("HARMED: reached the clock's", name)
        if libc.clock_nanosleep(clock, 0, None, None) != 1:
            print("HARMED: reached a wait for it")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
