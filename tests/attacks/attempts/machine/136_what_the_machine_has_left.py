"""Measures the memory, the space and the caches of the machine, which others change.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def reach(name, number, *arguments):
    ctypes.set_errno(0)
    libc.syscall(ctypes.c_long(number), *(ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    if ctypes.get_errno() not in (1, 13, 38, 95):
        print("HARMED: reached", name)


for path in ("/", "/dev/shm", os.__file__, "@CANARY@"):
    with contextlib.suppress(OSError):
        print("HARMED: saw", os.statvfs(path).f_bfree, "free blocks")
with contextlib.suppress(OSError):
    print("HARMED: saw the load", os.getloadavg())
with contextlib.suppress(OSError), open(os.__file__, "rb") as file:
    print("HARMED: saw by statvfs", os.fstatvfs(file.fileno()))
with contextlib.suppress(OSError), open(os.__file__, "rb") as file:
    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    print("HARMED: emptied the cache of a file")
with contextlib.suppress(OSError), open(os.__file__, "rb") as file:
    print("HARMED: read from the cache alone", os.preadv(file.fileno(), [bytearray(8)], 0, os.RWF_NOWAIT))
reach("cachestat", 451, 0, None, None, 0)
if platform.machine() == "x86_64":
    reach("sysinfo", 99, ctypes.create_string_buffer(128))
    reach("mincore", 27, 0, 0, None)
    reach("readahead", 187, 0, 0, 0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
