"""Who the child is: its session, its user, its capabilities, and what becomes of it.

The order matters. setuid(2) clears the signal of the parent's death and may reset dumpable, so
both are set after it (prctl(2), PR_SET_PDEATHSIG).
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
from collections.abc import Iterable
from functools import partial

from . import kernel
from .policy import Gap, Layer, Offer, Policy

# The overflow user of Linux, "nobody" on most systems (/proc/sys/kernel/overflowuid).
NOBODY = 65534

# From include/uapi/linux/capability.h.
_CAP_DAC_READ_SEARCH = 2
_CAP_SETGID = 6
_CAP_SETUID = 7
_CAPABILITY_VERSION_3 = 0x20080522
_CAPABILITIES = 64
_AMBIENT_RAISE, _AMBIENT_CLEAR_ALL = 2, 4


_KEEPS = "a child keeps CAP_DAC_READ_SEARCH, root's right to read and to pass through folders"


def own_session() -> Layer:
    """Return the layer that makes the child lead a session: no terminal, one group to kill."""
    return Layer("own session", _lead_a_session)


def _lead_a_session(_: str | None) -> None:
    if os.getsid(0) != os.getpid():
        os.setsid()


def ordinary_user(policy: Policy, *, landlocked: bool, paths: Iterable[str]) -> list[Offer]:
    """Return the layer that drops root, if the child starts as root.

    paths is what the child has to read; to its scratch folder it only has to pass. If an ordinary user
    can't (a Python below /root), the child keeps the one capability to read anything, or every attempt
    would fail for the machine's fault. Landlock decides what it reads then; what it sees of files that
    it may not read is more. So it is named as a gap.
    """
    if os.geteuid() != 0:
        return [Layer("no capabilities", partial(_keep, ()))]
    if not _may_become(NOBODY):
        return [
            Gap(
                "user",
                f"this root has no right to become user {NOBODY}, or has no such user",
                "run as an ordinary user, or give the container CAP_SETUID and CAP_SETGID",
            )
        ]
    closed = next((path for path in paths if not _readable_to_others(path)), None)
    if closed is None and policy.scratches is not None and not _passable_to_others(policy.scratches):
        closed = policy.scratches
    drop = Layer(f"user {NOBODY}", partial(_become_nobody, closed is not None, policy.allows("processes")))
    return [drop] if closed is None else [drop, _kept(closed, landlocked=landlocked)]


def _kept(closed: str, *, landlocked: bool) -> Gap:
    """Say that a capability is kept, and for what."""
    rest = "it sees the metadata of all files" if landlocked else "no Landlock narrows it"
    return Gap(
        "capabilities",
        f"{_KEEPS}, for others have no way to {os.path.realpath(closed)}; {rest}",
        "install Python, and put TMPDIR, where everybody may pass, or run as an ordinary user",
    )


def no_new_privileges() -> Layer:
    """Return the layer that makes setuid programs inert; seccomp and Landlock demand it."""

    def put_on(_: str | None) -> None:
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)

    return Layer("no_new_privs", put_on)


def dies_with_its_parent(preparer: int, parent: int) -> Layer:
    """Return the layer that ends the child with its parent.

    preparer is the process that made the plan, parent is that one's parent: the plan is applied by
    a child of the preparer (fork) or by the preparer itself (spawn).
    """

    def put_on(_: str | None) -> None:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        expected = parent if os.getpid() == preparer else preparer
        if os.getppid() != expected:  # it died before the signal was asked for
            os.kill(os.getpid(), signal.SIGKILL)

    return Layer("dies with its parent", put_on)


def not_dumpable() -> Layer:
    """Return the layer that closes /proc/PID/mem and ptrace to other processes of the user."""

    def put_on(_: str | None) -> None:
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)

    return Layer("not dumpable", put_on)


def _become_nobody(keep: bool, ambient: bool, scratch: str | None) -> None:
    """Change from root to nobody, for good, and own the scratch folder."""
    kept: tuple[int, ...] = (_CAP_DAC_READ_SEARCH,) if keep else ()
    if scratch is not None:
        os.chown(scratch, NOBODY, NOBODY, follow_symlinks=False)
    if ambient:  # otherwise no program can be started, and each of forty calls copies the credentials
        _drop_from_bounding_set(kept)
    kernel.prctl(kernel.PR_SET_KEEPCAPS, 1)
    os.setgroups(())
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    if os.getresuid() != (NOBODY,) * 3 or os.getresgid() != (NOBODY,) * 3:
        raise PermissionError("still root after setresuid")
    _keep(kept, None, ambient=ambient)


def _drop_from_bounding_set(kept: tuple[int, ...]) -> None:
    """Make sure that no program started later gets a capability beside these."""
    for capability in range(_CAPABILITIES):
        if capability in kept:  # or it couldn't be made inheritable
            continue
        try:
            kernel.prctl(kernel.PR_CAPBSET_DROP, capability)
        except OSError:  # the first one that this kernel doesn't know
            return


def _keep(kept: tuple[int, ...], _: str | None, *, ambient: bool = False) -> None:
    """Give up all capabilities but these; ambient: a program that is started has them as well."""
    bits = sum(1 << capability for capability in kept)
    inherited = bits if ambient else 0
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    # Two structs of effective, permitted, inheritable: capabilities 0 to 31, then the rest.
    data = struct.pack("=6I", bits, bits, inherited, 0, 0, 0)
    kernel.prctl(kernel.PR_CAP_AMBIENT, _AMBIENT_CLEAR_ALL)
    kernel.checked(int(kernel.libc().capset(header, data)))
    for capability in kept if ambient else ():
        kernel.prctl(kernel.PR_CAP_AMBIENT, _AMBIENT_RAISE, capability)


def _may_become(user: int) -> bool:
    """Return True if this root has the capabilities to change user, and the user exists for it."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    data = ctypes.create_string_buffer(24)
    if kernel.libc().capget(header, data) < 0:
        return False
    effective = int(struct.unpack_from("=I", data)[0])
    wanted = 1 << _CAP_SETUID | 1 << _CAP_SETGID
    return effective & wanted == wanted and _is_mapped(user)


def _is_mapped(user: int) -> bool:
    """Return True if the user exists in this user namespace (user_namespaces(7), uid_map)."""
    try:
        with open("/proc/self/uid_map", encoding="utf-8") as uid_map:
            ranges = [[int(word) for word in line.split()] for line in uid_map]
    except OSError:
        return True  # no /proc: setresuid decides
    return any(first <= user < first + count for first, _, count in ranges)


def _readable_to_others(path: str) -> bool:
    """Return True if a user without any rights of its own can reach and read the path."""
    path = os.path.realpath(path)
    if not os.path.exists(path):
        return True  # nothing there to read
    wanted = 0o5 if os.path.isdir(path) else 0o4
    return os.stat(path).st_mode & wanted == wanted and _passable_to_others(os.path.dirname(path))


def _passable_to_others(folder: str) -> bool:
    """Return True if a user without any rights of its own can pass through the folder."""
    folder = os.path.realpath(folder)
    while os.stat(folder).st_mode & 0o1:
        if folder == os.path.dirname(folder):
            return True
        folder = os.path.dirname(folder)
    return False
