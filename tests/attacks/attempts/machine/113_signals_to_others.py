"""Sends signals to the judge, its parent, its group and everybody; signal 0 stands for SIGKILL.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for target in (int("@JUDGE@"), os.getppid(), -1, 1):
    with contextlib.suppress(OSError):
        os.kill(target, 0)
        print("HARMED: a signal to", target)
with contextlib.suppress(OSError):
    os.killpg(os.getpgid(os.getppid()), 0)
    print("HARMED: a signal to the parent's group")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
