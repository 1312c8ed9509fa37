"""Has its memory merged with that of others, locked, taken from the large pages, or secret.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import ctypes
import mmap
import platform

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def reach(name, number, *arguments):
    ctypes.set_errno(0)
    libc.syscall(ctypes.c_long(number), *(ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    if ctypes.get_errno() not in (1, 13, 38, 95):
        print("HARMED: reached", name)


with contextlib.suppress(OSError), mmap.mmap(-1, 1 << 16) as memory:
    memory.madvise(12)
    print("HARMED: merged with equal pages of others")
with contextlib.suppress(PermissionError):
    try:
        mmap.mmap(-1, 1 << 21, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)
    except OSError as error:
        if isinstance(error, PermissionError):
            raise
    print("HARMED: asked for large pages")
reach("memfd_secret", 447, 0)
reach("process_madvise", 440, -1, None, 0, 0, 0)
reach("map_shadow_stack", 453, 0, 4096, 0)
if platform.machine() == "x86_64":
    reach("mlock", 149, 0, 0)
    reach("mlock2", 325, 0, 0, 0)
    reach("mlockall", 151, 0)
    reach("remap_file_pages", 216, 0, 0, 0, 0, 0)
    reach("get_mempolicy", 239, None, None, 0, 0, 0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
