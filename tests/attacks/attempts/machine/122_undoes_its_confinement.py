"""Undoes what holds it: limits, death with its parent, privileges, the filter itself.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import ctypes
import resource

libc = ctypes.CDLL(None, use_errno=True)
for option in (1, 4, 22, 35):
    if libc.prctl(option, 0, 0, 0, 0) == 0:
        print("HARMED: undid", option)
for limit in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE):
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("HARMED: raised a limit")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
