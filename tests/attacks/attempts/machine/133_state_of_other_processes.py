"""Asks how the judge, its parent and its neighbours are.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
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


known = [int("@JUDGE@"), os.getppid(), *range(max(2, os.getpid() - 20), os.getpid()), os.getpid() + 1]
asked = {
    "group": os.getpgid,
    "session": os.getsid,
    "priority": lambda pid: os.getpriority(os.PRIO_PROCESS, pid),
    "priority of its group": lambda pid: os.getpriority(os.PRIO_PGRP, pid),
    "processors": os.sched_getaffinity,
    "scheduler": os.sched_getscheduler,
    "parameters": os.sched_getparam,
    "turn": os.sched_rr_get_interval,
    "life": lambda pid: os.kill(pid, 0),
}
for pid in known:
    for name, ask in asked.items():
        try:
            print("HARMED: saw", name, ask(pid))
        except ProcessLookupError:
            print("HARMED: saw that nobody is there:", name)
        except (OSError, AttributeError):
            continue
try:
    print("HARMED: saw the priority of a user", os.getpriority(os.PRIO_USER, 0))
except OSError:
    pass
if platform.machine() == "x86_64":
    reach("ioprio_get", 252, 1, known[0])
    reach("sched_getattr", 315, known[0], bytes(64), 64, 0)
    reach("capget", 125, struct.pack("=Ii", 0x20080522, known[0]), bytes(24))
    reach("get_robust_list", 274, known[0], bytes(8), bytes(8))
    reach("kcmp", 312, known[0], known[0], 0, 0, 0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
