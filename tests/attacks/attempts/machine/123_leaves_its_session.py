"""Leaves its session and its group, so that a signal to the group misses it.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

with contextlib.suppress(OSError):
    os.setsid()
    print("HARMED: a session of its own")
with contextlib.suppress(OSError):
    os.setpgid(0, os.getppid())
    print("HARMED: another group")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
