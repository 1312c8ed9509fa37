"""Wakes who waits at a place of a file that both have mapped, which says that somebody waited.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import mmap
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
with open(os.__file__, "rb") as file:
    view = mmap.mmap(file.fileno(), mmap.PAGESIZE, prot=mmap.PROT_READ)
    private = mmap.mmap(file.fileno(), mmap.PAGESIZE, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)
    text = ctypes.cast(libc.abs, ctypes.c_void_p).value & ~0xFFF  # in the C library, which all have mapped
    for operation in (1, 10, 3, 4, 6, 7, 8, 11):
        ctypes.set_errno(0)
        number = {"x86_64": 202, "aarch64": 98}.get(platform.machine(), 0)
        if number:
            libc.syscall(number, ctypes.c_void_p(text), operation, 1, None, None, -1)
            if ctypes.get_errno() not in (1, 38):
                print("HARMED: reached a shared futex by", operation)
for number in (449, 454, 455, 456):
    ctypes.set_errno(0)
    libc.syscall(number, None, 0, 0, 0, None, 0)
    if ctypes.get_errno() not in (1, 38):
        print("HARMED: reached the newer futexes by", number)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
