"""Makes system calls by the numbers of the x32 interface, past a filter of numbers.

Exercise: decorators
Expect: 0 points, message
"""

# The trick.
import ctypes
import platform

if platform.machine() == "x86_64":
    ctypes.CDLL(None).syscall(0x40000000 | 39)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
