"""Reads the extended attributes of files that are not its own, by each call there is.

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


for path in ("@CATALOG@/decorators/test_decorators.py", "@CATALOG@", "@CANARY@", os.__file__, "/"):
    with contextlib.suppress(OSError):
        print("HARMED: listed", os.listxattr(path), os.listxattr(path, follow_symlinks=False))
    for name in ("user.x", "security.capability", "system.posix_acl_access"):
        with contextlib.suppress(OSError):
            print("HARMED: read", os.getxattr(path, name))
with contextlib.suppress(OSError), open(os.__file__) as file:
    print("HARMED: listed", os.listxattr(file.fileno()))
reach("getxattrat", 464, -100, b"/", 0, b"user.x", None, 16)
reach("listxattrat", 465, -100, b"/", 0, None, 0)
reach("file_getattr", 468, -100, b"/", None, 24, 0)
if platform.machine() == "x86_64":
    reach("lgetxattr", 192, b"/", b"user.x", None, 0)
    reach("llistxattr", 195, b"/", None, 0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
