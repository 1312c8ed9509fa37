"""Windows: a job object that the judge puts the jail's process into.

A process there can't give up rights for itself as on Linux, so files and the network stay open and
the level is "split-only". The job bounds memory, time and processes, and ends all with the judge.
Structures and values from winnt.h, as documented under "Job Objects" on learn.microsoft.com. Not
run by the tests of this package, which check the choosing and the packed structures alone.
"""

from __future__ import annotations

import ctypes
from ctypes import c_int64, c_size_t, c_uint32

from .policy import ConfinementError, Gap, Policy

_MB = 1 << 20
_TICKS_PER_SECOND = 10_000_000  # of 100 nanoseconds

_LIMIT_PROCESS_TIME = 0x0002
_LIMIT_ACTIVE_PROCESS = 0x0008
_LIMIT_PROCESS_MEMORY = 0x0100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
# Handles, both directions of the clipboard, system parameters, display, global atoms, desktop,
# and ending Windows.
_UI_ALL = 0x00FF

_CLASS_UI, _CLASS_EXTENDED = 4, 9
_PROCESSES = 16  # of an exercise that requires processes

GAPS = (
    Gap(
        "files",
        "Windows lets no process give up its user's files for itself",
        "use WSL2, whose Linux kernel has Landlock, or Linux for a score of record",
    ),
    Gap(
        "network",
        "Windows lets no process give up the network for itself",
        "use WSL2, or Linux for a score of record",
    ),
    Gap(
        "other processes",
        "a process can open and end others of the same user",
        "use WSL2, or Linux for a score of record",
    ),
)


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = [
        ("per_process_user_time_limit", c_int64),
        ("per_job_user_time_limit", c_int64),
        ("limit_flags", c_uint32),
        ("minimum_working_set_size", c_size_t),
        ("maximum_working_set_size", c_size_t),
        ("active_process_limit", c_uint32),
        ("affinity", c_size_t),
        ("priority_class", c_uint32),
        ("scheduling_class", c_uint32),
    ]


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; io_info holds the counters that the system fills in."""

    _fields_ = [
        ("basic", _Basic),
        ("io_info", ctypes.c_uint64 * 6),
        ("process_memory_limit", c_size_t),
        ("job_memory_limit", c_size_t),
        ("peak_process_memory_used", c_size_t),
        ("peak_job_memory_used", c_size_t),
    ]


def limits(policy: Policy) -> Limits:
    """Return the limits of a policy as the structure that the job object takes."""
    wanted = Limits()
    wanted.basic.limit_flags = (
        _LIMIT_PROCESS_TIME
        | _LIMIT_ACTIVE_PROCESS
        | _LIMIT_PROCESS_MEMORY
        | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        | _LIMIT_KILL_ON_JOB_CLOSE
    )
    wanted.basic.per_process_user_time_limit = policy.cpu_seconds * _TICKS_PER_SECOND
    wanted.basic.active_process_limit = _PROCESSES if policy.allows("processes") else 1
    wanted.process_memory_limit = policy.memory_mb * _MB
    return wanted


def confine_process(process: int, policy: Policy) -> int:
    """Put a process (its handle) into a new job, and return the job's handle.

    Call it in the judge, right after the process was started, and keep the handle: closing it, also
    by the judge's own end, ends the process.
    """
    api = ctypes.CDLL("kernel32", use_last_error=True)
    api.CreateJobObjectW.restype = ctypes.c_void_p
    job = api.CreateJobObjectW(None, None)
    _must(job, "CreateJobObjectW")
    wanted, interface = limits(policy), c_uint32(_UI_ALL)
    for kind, structure in ((_CLASS_EXTENDED, wanted), (_CLASS_UI, interface)):
        done = api.SetInformationJobObject(
            ctypes.c_void_p(job), kind, ctypes.byref(structure), ctypes.sizeof(structure)
        )
        _must(done, "SetInformationJobObject")
    _must(
        api.AssignProcessToJobObject(ctypes.c_void_p(job), ctypes.c_void_p(process)),
        "AssignProcessToJobObject",
    )
    return int(job)


def _must(result: object, function: str) -> None:
    """Raise if a Windows call answered 0."""
    if not result:
        raise ConfinementError(f"job object: {function} failed, error {_last_error()}")


def _last_error() -> int:
    return int(getattr(ctypes, "get_last_error", int)())
