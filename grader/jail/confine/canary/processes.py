"""Other processes, the judge's before all: reaching them, and knowing how they are."""

from __future__ import annotations

import os
import socket
import struct
import sys
import time

from .common import ABSENT, Probe, Refused, Targets, reach

_PTRACE_SEIZE = 0x4206
_IOPRIO_WHO_PROCESS = 1
_CPUCLOCK_SCHED = 2
_PR_SCHED_CORE = 62
_CAPABILITY_VERSION_3 = 0x20080522


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


def _privileges(targets: Targets) -> None:
    """Ask which capabilities the judge has."""
    reach("capget", struct.pack("=Ii", _CAPABILITY_VERSION_3, targets["judge"]), bytes(24))


def _processor_time(targets: Targets) -> None:
    """Read the judge's clock of processor time, as clock_getcpuclockid(3) names it."""
    time.clock_gettime(~targets["judge"] << 3 | _CPUCLOCK_SCHED)


PROCESSES: dict[str, Probe] = {
    "signal_judge": _signal,
    "signal_all": _signal_all,
    "queue_signal": lambda t: reach("rt_sigqueueinfo", t["judge"], 0, None),
    "own_signals": _own_signals,
    "pidfd": lambda t: os.close(os.pidfd_open(t["judge"])),
    "ptrace": lambda t: reach("ptrace", _PTRACE_SEIZE, t["judge"], 0, 0),
    "read_process": lambda t: reach("process_vm_readv", t["judge"], None, 0, None, 0, 0),
    "write_process": lambda t: reach("process_vm_writev", t["judge"], None, 0, None, 0, 0),
    "compare_process": lambda t: reach("kcmp", t["judge"], t["judge"], 0, 0, 0),
    "limit_judge": _limit,
    "pin_judge": lambda t: os.sched_setaffinity(t["judge"], os.sched_getaffinity(t["judge"])),
    "slow_judge": _slow_judge,
    "slow_disk": lambda t: reach("ioprio_set", _IOPRIO_WHO_PROCESS, t["judge"], 0),
    "disk_priority": lambda t: reach("ioprio_get", _IOPRIO_WHO_PROCESS, t["judge"]),
    "priority": lambda t: os.getpriority(os.PRIO_PROCESS, t["judge"]),
    "group": lambda t: os.getpgid(t["judge"]),
    "session": lambda t: os.getsid(t["judge"]),
    "scheduler": lambda t: os.sched_getscheduler(t["judge"]),
    "scheduling": lambda t: reach("sched_getattr", t["judge"], None, 0, 0),
    "scheduling_cookie": lambda t: reach("prctl", _PR_SCHED_CORE, 0, t["judge"], 0, 0),
    "processors": lambda t: os.sched_getaffinity(t["judge"]),
    "processor_time": _processor_time,
    "privileges": _privileges,
    "barrier": lambda _: reach("membarrier", 0, 0, 0),
    "fork": _fork,
    "thread": _thread,
    "start_program": _start_program,
    "leave_session": lambda _: os.setsid(),
}
