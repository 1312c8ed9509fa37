"""Starts processes; one stands for a fork bomb.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

with contextlib.suppress(OSError):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    print("HARMED: a new process")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
