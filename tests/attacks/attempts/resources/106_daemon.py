"""Leaves a process behind, in a session of its own, that writes after the run.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

with contextlib.suppress(OSError):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            print("HARMED: a process that stays", flush=True)
            with contextlib.suppress(OSError):
                os.mkdir("@CANARY@/daemon")
            import select

            select.select([], [], [], 20)
        os._exit(0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
