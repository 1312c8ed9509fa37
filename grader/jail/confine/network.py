"""Loopback: a network of the child's own, where the kernel gives one.

Neither seccomp nor Landlock sees the address that a program connects to. So an exercise that
requires loopback gets a network namespace (network_namespaces(7)) that holds nothing but the
loopback device: the child reaches itself, and no other program of this machine or beyond. An
ordinary user needs a user namespace for that, which some distributions refuse.
"""

from __future__ import annotations

import os
import socket
import struct

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

from . import kernel
from .policy import Gap, Layer, Offer, Policy

# From include/uapi/linux/sched.h, linux/sockios.h and net/if.h.
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_SIOCSIFFLAGS = 0x8914
_IFF_UP = 1


def offers(policy: Policy) -> list[Offer]:
    """Return the layer that gives the child its own loopback, if the exercise requires one."""
    if not policy.allows("loopback"):
        return []
    if _works():
        return [Layer("own loopback", _private_loopback)]
    return [
        Gap(
            "own loopback",
            "this user may not make a network namespace, so TCP reaches this machine and beyond",
            "run as root, in a container with CAP_SYS_ADMIN, or allow unprivileged user namespaces"
            " (kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu)",
        )
    ]


def _works() -> bool:
    """Try it in a child: a namespace can't be left again."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            _private_loopback(None)
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(pid, 0)
    return status == 0


def _private_loopback(_: str | None) -> None:
    """Enter a network namespace of one's own, and start its loopback device."""
    user, group = os.geteuid(), os.getegid()
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # or the maps in /proc would belong to root
    if user == 0:
        kernel.unshare(_CLONE_NEWNET)
    else:
        kernel.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
        # The user stays who it is; without a map it would own no file (user_namespaces(7)).
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{user} {user} 1")
        _write("/proc/self/gid_map", f"{group} {group} 1")
    _start_loopback()


def _start_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))


def _write(path: str, text: str) -> None:
    with open(path, "wb") as file:
        file.write(text.encode())
