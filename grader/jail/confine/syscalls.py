"""The system calls that the filter knows. Every call of Linux 6.18 stands in one of the tables."""

from __future__ import annotations

from .allowed import ALLOWED
from .denied import DENIED
from .numbers import Table

# Answered as by a kernel that is older than they are: what they do, older calls do as well, and
# whoever tries them goes on with those.
ABSENT: Table = {
    "clone3": (435, 435),
    "openat2": (437, 437),
    "renameat2": (316, 276),
    "preadv2": (327, 286),
    "pwritev2": (328, 287),
    "epoll_pwait2": (441, 441),
    "futex_waitv": (449, 449),
    "futex_wait": (455, 455),
    "futex_wake": (454, 454),
    "futex_requeue": (456, 456),
    "membarrier": (324, 283),
    "getcpu": (309, 168),
    "pkey_alloc": (330, 289),
    "pkey_free": (331, 290),
    "pkey_mprotect": (329, 288),
    "mseal": (462, 462),
}

# Answered as on a file system without extended attributes, with which shutil.copystat can live.
ATTRIBUTES: Table = {
    "getxattr": (191, 8),
    "lgetxattr": (192, 9),
    "fgetxattr": (193, 10),
    "getxattrat": (464, 464),
    "listxattr": (194, 11),
    "llistxattr": (195, 12),
    "flistxattr": (196, 13),
    "listxattrat": (465, 465),
}

# Denied unless the exercise requires loopback.
NETWORK: Table = {
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
}

# Denied unless the exercise requires processes. Which programs may be started is Landlock's to say.
# glibc before 2.34 asks statfs where semaphores may lie; anybody else would see what others write.
PROCESSES: Table = {
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "statfs": (137, 43),
    "fstatfs": (138, 44),
}

# Change metadata, too, but the copying functions of shutil end with one of these and utimensat.
MODES: Table = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
}

# Decided by their arguments.
BY_ARGUMENT: Table = {
    "arch_prctl": (158, None),
    "clock_getres": (229, 114),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "clone": (56, 220),
    "fallocate": (285, 47),
    "fcntl": (72, 25),
    "futex": (202, 98),
    "getpgid": (121, 155),
    "getpriority": (140, 141),
    "getsid": (124, 156),
    "getsockopt": (55, 209),
    "ioctl": (16, 29),
    "kill": (62, 129),
    "madvise": (28, 233),
    "mmap": (9, 222),
    "pipe2": (293, 59),
    "prctl": (157, 167),
    "prlimit64": (302, 261),
    "recvfrom": (45, 207),
    "recvmsg": (47, 212),
    "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121),
    "sched_getscheduler": (145, 120),
    "sched_rr_get_interval": (148, 127),
    "sendmsg": (46, 211),
    "sendto": (44, 206),
    "setsockopt": (54, 208),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "tgkill": (234, 131),
    "truncate": (76, 45),
    "utimensat": (280, 88),
}


def tables() -> list[Table]:
    """Return all tables; no call stands in two of them."""
    return [*ALLOWED.values(), *DENIED.values(), ABSENT, ATTRIBUTES, NETWORK, PROCESSES, MODES, BY_ARGUMENT]


def number(name: str, column: int) -> int | None:
    """Return a call's number in one column of the tables; KeyError if no table names it."""
    for table in tables():
        if name in table:
            return table[name][column]
    raise KeyError(name)
