"""The system calls that are decided by their arguments: what of each is allowed, and why.

A decision is final. It sees the arguments alone, never the memory that they point to.
"""

from __future__ import annotations

import os

from . import kernel, landlock
from .bpf import (
    ALLOW,
    AND,
    ENOSYS,
    ENOTSUP,
    EPERM,
    IF_ANY_BIT,
    IF_EQUAL,
    NOTHING_DONE,
    Part,
    among,
    answer,
    load_argument,
    no_bits,
    one_of,
    only,
    only_bits,
    refuse_bits,
)
from .policy import Policy

OWN_PID = 0x7EEDC0DE  # stands for the child's own pid until it is known
_ITSELF = (0, OWN_PID)
_DENIED = [answer(EPERM)]

# From include/uapi/linux/sched.h. CLONE_PARENT would make a process that isn't a descendant.
_CLONE_THREAD = 0x00010000
_CLONE_NEW_NAMESPACES_OR_PARENT = 0x7E02_0000 | 0x8000

# What Python itself asks of a descriptor: is it a terminal and how wide, blocking, inheritance, how
# much is there to read, and copying by reference. Everything else could type into a terminal
# (TIOCSTI), change a file's flags (FS_IOC_SETFLAGS), or talk to a driver.
_IOCTLS = (0x5401, 0x802C542A, 0x5413, 0x5421, 0x5450, 0x5451, 0x541B, 0x40049409)
# Copies and flags of a descriptor. The others send signals of choice (F_SETOWN, F_SETSIG), make
# others wait (F_SETLEASE), watch a folder (F_NOTIFY), take space that a user's pipes share
# (F_SETPIPE_SZ), or lock.
_FCNTLS = (0, 1, 2, 3, 4, 1030)
_F_GETLK, _F_SETLK, _F_SETLKW = 5, 6, 7
_PRCTLS = (kernel.PR_SET_NAME, kernel.PR_GET_NAME, kernel.PR_GET_NO_NEW_PRIVS, kernel.PR_SET_VMA)
_ARCH_SET_FS = 0x1002  # where a new program keeps what belongs to its first thread
# What allocators and stacks of threads ask for, and what mmap.madvise offers of the like. Others
# merge equal pages of several processes, which tells one what the other holds (MADV_MERGEABLE).
_MADVICE = (0, 1, 2, 3, 4, 8, 14, 15, 16, 17, 18, 102, 103)
_MAP_LOCKED_OR_HUGE = 0x2000 | 0x40000  # memory that all users share
_O_NONBLOCK_OR_CLOEXEC = 0x800 | 0x80000  # of pipe2; the kernel has others, for itself

# Only the lower bits of a socket's type are the type (net/socket.c, SOCK_TYPE_MASK).
_SOCKET_TYPE = 0xF
_AF_UNIX, _AF_INET, _AF_INET6 = 1, 2, 10
_SOCK_STREAM = 1
_IPPROTO_TCP, _IPPROTO_IPV6 = 6, 41  # TCP, not MPTCP or SCTP, which speak to others under the same type
# MSG_PEEK, MSG_TRUNC, MSG_DONTWAIT, MSG_EOR, MSG_WAITALL, MSG_NOSIGNAL, MSG_MORE and MSG_CMSG_CLOEXEC; not
# MSG_OOB, MSG_ERRQUEUE, or MSG_FASTOPEN, which connects and sends in one, past the rule for connect.
_MESSAGE_FLAGS = 0x2 | 0x20 | 0x40 | 0x80 | 0x100 | 0x4000 | 0x8000 | 0x40000000
_SOL_SOCKET = 1
# SO_REUSEADDR, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT, SO_RCVTIMEO and SO_SNDTIMEO; of TCP
# no delay, keeping alive, quick answers and the time after which it gives up; IPV6_V6ONLY. No filters, no
# protocols above TCP.
_OPTIONS = {
    _SOL_SOCKET: (2, 7, 8, 9, 13, 15, 20, 21),
    _IPPROTO_TCP: (1, 4, 5, 6, 12, 18),
    _IPPROTO_IPV6: (26,),
}
# SO_TYPE, SO_ERROR, SO_ACCEPTCONN, SO_PROTOCOL and SO_DOMAIN; not who is at the other end.
_READ_ONLY = (3, 4, 30, 38, 39)

# FUTEX_WAIT, WAKE, REQUEUE, CMP_REQUEUE, WAKE_OP, WAIT_BITSET and WAKE_BITSET, and the clock of
# WAIT_BITSET. Within one process they have the flag; without it they reach, through any file that two
# processes have mapped, from one to the other.
_FUTEX_PRIVATE = 128
_FUTEX_WAIT, _FUTEX_WAKE, _FUTEX_WAIT_BITSET, _FUTEX_WAKE_BITSET = 0, 1, 9, 10
_FUTEX_CLOCK_REALTIME = 256
_FUTEX_WAITS = (_FUTEX_WAIT, _FUTEX_WAIT_BITSET, _FUTEX_WAIT_BITSET | _FUTEX_CLOCK_REALTIME)
_FUTEXES = (*_FUTEX_WAITS, _FUTEX_WAKE, 3, 4, 5, _FUTEX_WAKE_BITSET)

# A clock below 0 holds a process id, or a thread's where this bit is set (linux/posix-timers.h); the kernel
# lets a process look at threads of its own alone, but at any process.
_CLOCK_OF_A_PROCESS, _CLOCK_OF_A_THREAD = 0x80000000, 4


def by_argument(policy: Policy, landlock_abi: int) -> dict[str, Part]:
    """Return how each call is decided that depends on its arguments, the frequent ones first."""
    loopback, processes = policy.allows("loopback"), policy.allows("processes")
    itself = only(0, _ITSELF)
    return {
        "futex": only(1, _futexes(policy)),
        "mmap": no_bits(3, _MAP_LOCKED_OR_HUGE),
        "madvise": only(2, _MADVICE),
        "fcntl": _fcntl(policy),
        "ioctl": only(1, _IOCTLS),
        **dict.fromkeys(("clock_gettime", "clock_getres", "clock_nanosleep"), _own_clock()),
        "sendto": [*refuse_bits(3, ~_MESSAGE_FLAGS & 0xFFFFFFFF), *_connected_only()],
        "recvfrom": only_bits(3, _MESSAGE_FLAGS),
        "recvmsg": only_bits(2, _MESSAGE_FLAGS),
        "sendmsg": only_bits(2, _MESSAGE_FLAGS) if loopback else _DENIED,
        "socket": _socket((_AF_INET, _AF_INET6), protocol=_IPPROTO_TCP) if loopback else _DENIED,
        # A pair of datagram sockets could be pointed at an address; streams can't.
        "socketpair": _socket((_AF_UNIX,), protocol=0),
        "setsockopt": _option(_OPTIONS),
        "getsockopt": _option({**_OPTIONS, _SOL_SOCKET: (*_OPTIONS[_SOL_SOCKET], *_READ_ONLY)}),
        "clone": _clone(policy),
        "pipe2": only_bits(1, _O_NONBLOCK_OR_CLOEXEC),
        "prctl": only(0, _PRCTLS),
        "arch_prctl": only(0, (_ARCH_SET_FS,)),
        # The state of other processes is not told, nor whether they are there.
        "prlimit64": itself,
        "kill": [answer(ALLOW)] if processes else only(0, (OWN_PID,)),
        "tgkill": [answer(ALLOW)] if processes else only(0, (OWN_PID,)),
        "getpgid": itself,
        "getsid": itself,
        "getpriority": one_of(0, {0: only(1, _ITSELF)}),
        "sched_getparam": itself,
        "sched_getscheduler": itself,
        "sched_rr_get_interval": itself,
        # glibc asks it of a thread when it looks for the thread's stack, and can do without an answer.
        "sched_getaffinity": only(0, _ITSELF, otherwise=ENOSYS),
        # It takes space faster than anybody looks. Most who ask for it do without, as on a file system that lacks it.
        "fallocate": [answer(ENOTSUP)],
        "utimensat": _times_given() if policy.allows("files") else _DENIED,
        "truncate": [answer(ALLOW if landlock_abi >= landlock.ABI_WITH_TRUNCATE else EPERM)],
    }


def _clone(policy: Policy) -> Part:
    """Threads, or also processes, but no namespaces."""
    if policy.allows("processes"):
        return no_bits(0, _CLONE_NEW_NAMESPACES_OR_PARENT)
    if policy.allows("threads"):
        return [load_argument(0), (IF_ANY_BIT, 0, 1, _CLONE_THREAD), answer(ALLOW), answer(EPERM)]
    return _DENIED


def _futexes(policy: Policy) -> list[int]:
    """Within the process all that a C library uses; beyond it what a thread's end and shared semaphores need."""
    allowed = [_FUTEX_PRIVATE | operation for operation in _FUTEXES]
    if policy.allows("threads", "processes"):
        allowed += _FUTEX_WAITS  # the kernel wakes who waits for a thread's end
    if policy.allows("processes") or not _glibc():  # musl wakes who waits for its list of threads
        allowed.append(_FUTEX_WAKE)
    return allowed


def _glibc() -> bool:
    try:
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").startswith("glibc")
    except (AttributeError, ValueError, OSError):  # no such function, or no such name
        return False


def _fcntl(policy: Policy) -> Part:
    """Copies and flags of a descriptor, and record locks where there are files to lock.

    A process never meets a record lock of its own. So where there is no second one that could meet
    it, a lock seems to be taken, as SQLite wants it, and none is: a lock on a file that all children
    may read would be a sign to the others. A lock that is asked for (F_GETLK) is never there.
    """
    if not policy.allows("files"):
        return only(1, _FCNTLS)
    if policy.allows("processes"):
        return only(1, (*_FCNTLS, _F_GETLK, _F_SETLK, _F_SETLKW))
    return [*among(1, (_F_SETLK, _F_SETLKW), NOTHING_DONE), *only(1, (*_FCNTLS, _F_GETLK))]


def _own_clock() -> Part:
    """Allow the clocks of the machine, of the process and of its threads."""
    return [
        load_argument(0),
        (IF_ANY_BIT, 0, 1, _CLOCK_OF_A_PROCESS),
        (IF_ANY_BIT, 0, 1, _CLOCK_OF_A_THREAD),
        answer(ALLOW),
        answer(EPERM),
    ]


def _option(known: dict[int, tuple[int, ...]]) -> Part:
    """Allow these options of a socket, by their level."""
    return one_of(1, {level: only(2, names) for level, names in known.items()})


def _connected_only() -> Part:
    """Allow sendto without an address, which is send; both halves of the pointer are 0."""
    return [
        load_argument(4),
        (IF_EQUAL, 0, 3, 0),
        load_argument(4, upper=True),
        (IF_EQUAL, 0, 1, 0),
        answer(ALLOW),
        answer(EPERM),
    ]


def _times_given() -> Part:
    """Answer utimensat as if it had been done, or with EPERM if the times are to be now (NULL).

    Path.touch asks for that first, and makes the file if it fails, as it must for a new one.
    """
    return [
        load_argument(2),
        (IF_EQUAL, 0, 2, 0),
        load_argument(2, upper=True),
        (IF_EQUAL, 1, 0, 0),
        answer(NOTHING_DONE),
        answer(EPERM),
    ]


def _socket(families: tuple[int, ...], *, protocol: int) -> Part:
    """Allow stream sockets of these families, with the family's own or this protocol."""
    stream = [
        load_argument(1),
        (AND, 0, 0, _SOCKET_TYPE),
        (IF_EQUAL, 0, 4, _SOCK_STREAM),
        load_argument(2),
        (IF_EQUAL, 1, 0, 0),
        (IF_EQUAL, 0, 1, protocol),
        answer(ALLOW),
        answer(EPERM),
    ]
    return one_of(0, dict.fromkeys(families, stream))
