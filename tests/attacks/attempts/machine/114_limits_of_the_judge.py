"""Changes limits, priority and processors of the judge.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os
import resource

with contextlib.suppress(OSError):
    resource.prlimit(int("@JUDGE@"), resource.RLIMIT_NOFILE)
    print("HARMED: the judge's limits")
with contextlib.suppress(OSError):
    os.sched_setaffinity(int("@JUDGE@"), os.sched_getaffinity(0))
    print("HARMED: the judge's processors")
with contextlib.suppress(OSError):
    os.setpriority(os.PRIO_PROCESS, int("@JUDGE@"), os.getpriority(os.PRIO_PROCESS, 0))
    print("HARMED: the judge's priority")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
