"""Writes files wherever it may; one of each stands for a full disk.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for folder in (".", "/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"), "@CANARY@"):
    with contextlib.suppress(OSError):
        with open(os.path.join(folder, "@NAME@"), "w"):
            print("HARMED: a file", flush=True)
        if folder != "@CANARY@":
            os.unlink(os.path.join(folder, "@NAME@"))


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
