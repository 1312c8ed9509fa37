"""Makes others wait for a file, and has the kernel send signals in its name.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import fcntl
import os

with contextlib.suppress(OSError):
    descriptor = os.open(os.__file__, os.O_RDONLY)
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    print("HARMED: a lease")
with contextlib.suppress(OSError):
    reader, writer = os.pipe()
    fcntl.fcntl(reader, fcntl.F_SETOWN, int("@JUDGE@"))
    print("HARMED: the judge will be sent signals")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
