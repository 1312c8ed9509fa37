"""Becomes root, another user, or somebody with capabilities.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import ctypes
import os
import platform
import struct

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def reach(name, number, *arguments):
    ctypes.set_errno(0)
    libc.syscall(ctypes.c_long(number), *(ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    if ctypes.get_errno() not in (1, 13, 38, 95):
        print("HARMED: reached", name)


for become in (
    lambda: os.setuid(os.getuid()),
    lambda: os.setresuid(0, 0, 0),
    lambda: os.setgid(os.getgid()),
    lambda: os.setresgid(0, 0, 0),
    lambda: os.setreuid(-1, 0),
    lambda: os.setgroups([0]),
):
    with contextlib.suppress(OSError):
        become()
        print("HARMED: became", os.getresuid(), os.getresgid())
if platform.machine() == "x86_64":
    reach("capset", 126, struct.pack("=Ii", 0x20080522, 0), struct.pack("=6I", 4, 4, 4, 0, 0, 0))
    reach("setfsuid", 122, 0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
