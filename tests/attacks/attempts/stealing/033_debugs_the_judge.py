"""Attaches to the judge, and reads and writes its memory.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.ptrace(0x4206, int("@JUDGE@"), 0, 0) == 0:
    libc.ptrace(17, int("@JUDGE@"), 0, 0)
    print("HARMED: attached to the judge")
buffer = ctypes.create_string_buffer(8)


class Piece(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("size", ctypes.c_size_t))


here = Piece(ctypes.addressof(buffer), 8)
there = Piece(ctypes.addressof(buffer), 8)
for number in (310, 311):
    libc.syscall(number, int("@JUDGE@"), ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
    if ctypes.get_errno() not in (1, 3, 38):
        print("HARMED: the judge's memory is within reach")
    ctypes.set_errno(0)
try:
    os.close(os.pidfd_open(int("@JUDGE@")))
    print("HARMED: holds a descriptor of the judge's process")
except OSError:
    pass


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
