"""Interrupts all processors, and asks what the scheduler may do for it.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def reach(name, number, *arguments):
    ctypes.set_errno(0)
    libc.syscall(ctypes.c_long(number), *(ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    if ctypes.get_errno() not in (1, 13, 38, 95):
        print("HARMED: reached", name)


if platform.machine() == "x86_64":
    for command in (0, 1, 2, 8, 16):
        reach("membarrier", 324, command, 0, 0)
for option, name in (
    (62, "core scheduling"),
    (59, "user dispatch"),
    (36, "subreaper"),
    (67, "merging"),
    (7, "keepcaps"),
):
    ctypes.set_errno(0)
    libc.prctl(option, 0, int("@JUDGE@"), 0, 0)
    if ctypes.get_errno() not in (1, 13, 38):
        print("HARMED: reached", name)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
