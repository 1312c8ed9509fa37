"""Try, inside a confined child, what must fail, and report what happened.

The report is a plain dict: a probe's name, and OPEN, or what refused it: the name of an errno, or a
word in small letters. The judge gives the targets, things of its own that stand for all that the
child must not reach, and makes a level of the report (levels.py).

hidden    a file that the judge can read, in a folder of its own
outside   a folder that the judge can write to
port      a TCP port of 127.0.0.1 that the judge listens on
judge     the judge's process id
memory_mb the limit of the policy
scratch   the child's scratch folder, or None

A probe leaves nothing behind when it is refused; where it succeeds it may leave a file in outside.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable, Mapping
from typing import Any

from . import kernel, seccomp, syscalls

Targets = Mapping[str, Any]
Probe = Callable[[Targets], object]

OPEN = "OPEN"
ABSENT = "absent"  # this platform has no such thing
NO_EFFECT = "no effect"  # the call returned, and nothing changed

_MB = 1 << 20
_TIOCSTI = 0x5412
_CLONE_NEWUSER = 0x10000000
_KEYCTL_GET_KEYRING_ID = 0
_PTRACE_SEIZE = 0x4206
_PR_GET_NO_NEW_PRIVS = 39
_IOPRIO_WHO_PROCESS = 1
# Errors of a system call that never got as far as looking at its arguments.
_REFUSED_AT_ONCE = (errno.EPERM, errno.EACCES, errno.ENOSYS)


class Refused(Exception):
    """A probe found that it had been refused without an errno; the text says how."""


def probe(targets: Targets) -> dict[str, str]:
    """Try everything, and return what was observed, by the probe's name."""
    return {name: _outcome(attempt, targets) for name, attempt in PROBES.items()}


def _outcome(attempt: Probe, targets: Targets) -> str:
    """Return how one probe ended."""
    try:
        attempt(targets)
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, type(error).__name__)
    except Refused as refused:
        return str(refused)
    except (AttributeError, ImportError):
        return ABSENT
    except Exception as error:
        return type(error).__name__
    return OPEN


# Files.


def _open(path: str, mode: str = "rb") -> None:
    with open(path, mode) as file:
        if "r" in mode:
            file.read(1)


def _proc(name: str) -> Probe:
    def attempt(targets: Targets) -> None:
        if sys.platform != "linux":
            raise Refused(ABSENT)
        _open(f"/proc/{targets['judge']}/{name}")

    return attempt


def _chmod(targets: Targets) -> None:
    before = os.stat(targets["hidden"]).st_mode
    os.chmod(targets["hidden"], before ^ 0o100)
    _must_change(before, os.stat(targets["hidden"]).st_mode)


def _utime(targets: Targets) -> None:
    before = os.stat(targets["hidden"]).st_mtime
    os.utime(targets["hidden"], (before - 60, before - 60))
    _must_change(before, os.stat(targets["hidden"]).st_mtime)


def _must_change(before: object, after: object) -> None:
    if before == after:
        raise Refused(NO_EFFECT)


def _write_scratch(targets: Targets) -> None:
    if targets.get("scratch") is None:
        raise Refused(ABSENT)
    path = os.path.join(targets["scratch"], "canary")
    _open(path, "wb")
    os.unlink(path)


def _write_shared_memory(_: Targets) -> None:
    if not os.path.isdir("/dev/shm"):
        raise Refused(ABSENT)
    path = f"/dev/shm/grader-canary-{os.getpid()}"
    _open(path, "xb")
    os.unlink(path)


def _beside(targets: Targets, name: str) -> str:
    return os.path.join(targets["outside"], f"canary-{name}")


FILES: dict[str, Probe] = {
    "read_hidden": lambda t: _open(t["hidden"]),
    "change_hidden": lambda t: _open(t["hidden"], "r+b"),
    "truncate_hidden": lambda t: os.truncate(t["hidden"], os.stat(t["hidden"]).st_size),
    "write_outside": lambda t: _open(_beside(t, "file"), "wb"),
    "mkdir_outside": lambda t: os.mkdir(_beside(t, "folder")),
    "symlink_outside": lambda t: os.symlink(t["hidden"], _beside(t, "symlink")),
    "link_outside": lambda t: os.link(t["hidden"], _beside(t, "link")),
    "rename_hidden": lambda t: os.rename(t["hidden"], t["hidden"]),
    "read_environ": _proc("environ"),
    "read_memory": _proc("mem"),
    "read_command_line": _proc("cmdline"),
    "list_descriptors": lambda t: _linux(os.listdir, f"/proc/{t['judge']}/fd"),
    "read_accounts": lambda t: _linux(_open, "/etc/passwd"),
    "write_shared_memory": _write_shared_memory,
    "write_own_scratch": _write_scratch,
}

METADATA: dict[str, Probe] = {
    "stat_hidden": lambda t: os.stat(t["hidden"]),
    "list_hidden": lambda t: os.listdir(os.path.dirname(t["hidden"])),
    "list_root": lambda t: os.listdir(os.path.abspath(os.sep)),
    "chmod_hidden": _chmod,
    "utime_hidden": _utime,
    "chown_hidden": lambda t: os.chown(t["hidden"], -1, -1),
    "setxattr_hidden": lambda t: os.setxattr(t["hidden"], "user.canary", b"1"),
    "watch_outside": lambda t: _reach("inotify_init1", 0),
}


# Network.


def _connect(targets: Targets) -> None:
    with socket.socket() as tcp:
        tcp.settimeout(2)
        tcp.connect(("127.0.0.1", targets["port"]))


def _send_udp(targets: Targets) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"canary", ("127.0.0.1", targets["port"]))


def _listen(_: Targets) -> None:
    with socket.socket() as tcp:
        tcp.bind(("127.0.0.1", 0))
        tcp.listen()


def _datagram_pair(_: Targets) -> None:
    for end in socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM):
        end.close()


def _make_socket(family: str, kind: int = socket.SOCK_DGRAM, protocol: int = 0) -> Probe:
    return lambda _: socket.socket(getattr(socket, family), kind, protocol).close()


NETWORK: dict[str, Probe] = {
    "tcp": _connect,
    "udp": _send_udp,
    "listen": _listen,
    "unix_socket": _make_socket("AF_UNIX", socket.SOCK_STREAM),
    "unix_datagram": _make_socket("AF_UNIX"),
    "unix_datagram_pair": _datagram_pair,
    "netlink_socket": _make_socket("AF_NETLINK"),
    "packet_socket": _make_socket("AF_PACKET"),
    "raw_socket": _make_socket("AF_INET", socket.SOCK_RAW, 1),
    "vsock": _make_socket("AF_VSOCK", socket.SOCK_STREAM),
    "crypto_socket": _make_socket("AF_ALG", 5),
    "mptcp_socket": _make_socket("AF_INET", socket.SOCK_STREAM, 262),
}


# Processes.


def _signal(targets: Targets) -> None:
    if sys.platform == "win32":  # os.kill would end the judge, whatever the signal
        raise Refused(ABSENT)
    os.kill(targets["judge"], 0)


def _signal_all(_: Targets) -> None:
    if sys.platform != "linux":
        raise Refused(ABSENT)
    os.kill(-1, 0)


def _limit(targets: Targets) -> None:
    import resource

    resource.prlimit(targets["judge"], resource.RLIMIT_NOFILE)


def _own_signals(targets: Targets) -> None:
    """Make the kernel send a signal in the child's name (fcntl(2), F_SETOWN)."""
    import fcntl

    ours, theirs = socket.socketpair()
    with ours, theirs:
        fcntl.fcntl(ours, fcntl.F_SETOWN, targets["judge"])


def _slow_judge(targets: Targets) -> None:
    """Set the judge's priority to what it is: a higher one could not be taken back."""
    judge = targets["judge"]
    os.setpriority(os.PRIO_PROCESS, judge, os.getpriority(os.PRIO_PROCESS, judge))


def _fork(_: Targets) -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _thread(_: Targets) -> None:
    import threading  # not before: after each fork it goes through its threads, and most children have none

    thread = threading.Thread(target=int)
    try:
        thread.start()
    except RuntimeError:
        raise Refused("no new thread") from None
    thread.join()


def _start_program(_: Targets) -> None:
    """Start a program that isn't this Python; without leave to fork, see if exec is refused."""
    if sys.platform == "win32":
        os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-c", ""])
        return
    try:
        pid = os.fork()
    except OSError:
        os.execv("/nonexistent", ["nonexistent"])
    if pid == 0:
        try:
            os.execv("/bin/sh", ["sh", "-c", ":"])
        except OSError as error:
            os._exit(error.errno or 1)
    number = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if number:
        raise OSError(number, "exec")


PROCESSES: dict[str, Probe] = {
    "signal_judge": _signal,
    "signal_all": _signal_all,
    "queue_signal": lambda t: _reach("rt_sigqueueinfo", t["judge"], 0, None),
    "own_signals": _own_signals,
    "pidfd": lambda t: os.close(os.pidfd_open(t["judge"])),
    "ptrace": lambda t: _reach("ptrace", _PTRACE_SEIZE, t["judge"], 0, 0),
    "read_process": lambda t: _reach("process_vm_readv", t["judge"], None, 0, None, 0, 0),
    "write_process": lambda t: _reach("process_vm_writev", t["judge"], None, 0, None, 0, 0),
    "compare_process": lambda t: _reach("kcmp", t["judge"], t["judge"], 0, 0, 0),
    "limit_judge": _limit,
    "pin_judge": lambda t: os.sched_setaffinity(t["judge"], os.sched_getaffinity(t["judge"])),
    "slow_judge": _slow_judge,
    "slow_disk": lambda t: _reach("ioprio_set", _IOPRIO_WHO_PROCESS, t["judge"], 0),
    "fork": _fork,
    "thread": _thread,
    "start_program": _start_program,
    "leave_session": lambda _: os.setsid(),
}


# Resources and privileges.


def _too_much_memory(targets: Targets) -> None:
    try:
        bytearray(targets["memory_mb"] * _MB)  # what Python itself uses makes it too much
    except MemoryError:
        raise Refused("MemoryError") from None


def _become_root(_: Targets) -> None:
    try:
        os.setuid(0)
    except OSError as error:
        if error.errno == errno.EINVAL:  # a user namespace without root
            raise Refused("no such user") from None
        raise


def _gain_privileges(_: Targets) -> None:
    if sys.platform == "linux" and kernel.prctl(_PR_GET_NO_NEW_PRIVS) == 1:
        raise Refused("no_new_privs")
    if sys.platform != "linux":
        raise Refused(ABSENT)


def _type_into_terminal(_: Targets) -> None:
    if sys.platform != "linux":
        raise Refused(ABSENT)
    import fcntl

    fcntl.ioctl(0, _TIOCSTI, b"\n")


RESOURCES: dict[str, Probe] = {
    "memory": _too_much_memory,
    "memory_file": lambda _: os.close(os.memfd_create("canary")),
    "shared_segment": lambda _: _reach("shmget", 0, 4096, 0o1600),
    "message_queue": lambda _: _reach("mq_open", b"canary\0", 0, 0, None),
    "become_root": _become_root,
    "gain_privileges": _gain_privileges,
    "type_into_terminal": _type_into_terminal,
}


# Kernel surface. The arguments are such that the call does nothing where it isn't refused.


def _linux(function: Callable[..., object], *arguments: object) -> None:
    """Call a function on Linux; elsewhere the probe is absent."""
    if sys.platform != "linux":
        raise Refused(ABSENT)
    function(*arguments)


def _reach(name: str, *arguments: int | bytes | None) -> None:
    """Make a system call by name; any answer that is no refusal means that it was reached."""
    if sys.platform != "linux" or os.uname().machine not in seccomp.ARCHITECTURES:
        raise Refused(ABSENT)
    number = syscalls.number(name, seccomp.ARCHITECTURES[os.uname().machine].column)
    if number is None:
        raise Refused(ABSENT)
    try:
        kernel.syscall(number, *arguments)
    except OSError as error:
        if error.errno in _REFUSED_AT_ONCE:
            raise


KERNEL: dict[str, Probe] = {
    "io_uring": lambda _: _reach("io_uring_setup", 0, None),
    "bpf": lambda _: _reach("bpf", -1, None, 0),
    "perf": lambda _: _reach("perf_event_open", None, 0, -1, -1, 0),
    "userfaultfd": lambda _: _reach("userfaultfd", -1),
    "keyring": lambda _: _reach("keyctl", _KEYCTL_GET_KEYRING_ID, -3, 0, 0, 0),
    "add_key": lambda _: _reach("add_key", None, None, None, 0, 0),
    "user_namespace": lambda _: _reach("unshare", _CLONE_NEWUSER),
    "join_namespace": lambda _: _reach("setns", -1, 0),
    "mount": lambda _: _reach("mount", None, b"/\0", None, 0, None),
    "new_mount": lambda _: _reach("fsopen", None, 0),
    "chroot": lambda _: os.chroot("/"),
    "file_handle": lambda _: _reach("open_by_handle_at", -1, None, 0),
    "fanotify": lambda _: _reach("fanotify_init", 0, 0),
    "personality": lambda _: _reach("personality", 0xFFFFFFFF),
    "second_filter": lambda _: _reach("seccomp", -1, 0, None),
    "kernel_log": lambda _: _reach("syslog", 10, None, 0),
    "splice": lambda _: _reach("splice", -1, None, -1, None, 0, 0),
    "asynchronous_io": lambda _: _reach("io_setup", 0, None),
}

PROBES: dict[str, Probe] = {
    **FILES,
    **METADATA,
    **NETWORK,
    **PROCESSES,
    **RESOURCES,
    **KERNEL,
}
