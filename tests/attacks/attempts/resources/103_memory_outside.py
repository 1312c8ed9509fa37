"""Memory that does not count as the process's own: memory files, shared segments.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import ctypes
import os

with contextlib.suppress(OSError, AttributeError):
    os.close(os.memfd_create("x"))
    print("HARMED: a memory file")
if ctypes.CDLL(None).shmget(0, 4096, 0o1600) >= 0:
    print("HARMED: a shared segment")
with contextlib.suppress(OSError), open("/dev/shm/@NAME@", "w"):
    print("HARMED: a file in shared memory")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
