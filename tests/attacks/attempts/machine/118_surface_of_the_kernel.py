"""Asks for parts of the kernel that no exercise needs.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
calls = {"io_uring_setup": 425, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "keyctl": 250, "unshare": 272}
if platform.machine() == "x86_64":
    for name, number in calls.items():
        ctypes.set_errno(0)
        libc.syscall(number, 0x10000000 if name == "unshare" else 0, 0, 0, 0, 0)
        if ctypes.get_errno() not in (1, 13, 38):
            print("HARMED: reached", name)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
