"""Makes its pipes as large as it can: the pipes of a user share so many pages.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import fcntl
import os

reader, writer = os.pipe()
with contextlib.suppress(OSError):
    print("HARMED: a pipe of", fcntl.fcntl(writer, 1031, 1 << 20))
with contextlib.suppress(OSError):
    os.pipe2(0x80)
    print("HARMED: a pipe for the kernel's notes")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
