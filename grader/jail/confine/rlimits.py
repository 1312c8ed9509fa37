"""Resource limits: what setrlimit(2) bounds for one process."""

from __future__ import annotations

from functools import partial

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

from . import kernel
from .policy import Gap, Layer, Offer, Policy

_MB = 1 << 20
_STACK_MB = 8
# Processes and threads that may be added to those that run already. The kernel counts the user's,
# not the child's, and other children may run at the same time: it stops a fork bomb, no more.
_TASKS = 256


def offers(policy: Policy, platform: str) -> list[Offer]:
    """Return the layer of resource limits, and what the platform can't limit."""
    if resource is None or platform == "win32":
        return [
            Gap(
                "rlimits",
                "Windows has no limits that a process sets for itself",
                "nothing to do: the judge sets memory and time on the job object instead",
            )
        ]
    limits = _wanted(policy)
    if platform == "darwin":
        limits.pop("RLIMIT_AS")
        return [
            Layer("rlimits", partial(_set, limits)),
            Gap(
                "memory limit",
                "macOS refuses RLIMIT_AS",
                "use Linux for a score of record; the deadline still ends a run",
            ),
        ]
    counted = policy.allows("threads", "processes")
    offered: list[Offer] = [Layer("rlimits", partial(_set_and_count if counted else _set, limits))]
    if policy.allows("processes"):
        offered.append(
            Gap(
                "memory in total",
                "each process of the attempt has the memory limit for itself",
                "run the grader in a cgroup or container with a memory limit",
            )
        )
    return offered


def _wanted(policy: Policy) -> dict[str, tuple[int, int]]:
    """Return the soft and the hard limit by name."""
    same = {
        "RLIMIT_AS": policy.memory_mb * _MB,
        "RLIMIT_FSIZE": policy.file_mb * _MB,
        "RLIMIT_NOFILE": policy.open_files,
        "RLIMIT_STACK": _STACK_MB * _MB,
        "RLIMIT_CORE": 0,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_RTPRIO": 0,
        "RLIMIT_SIGPENDING": 0,  # timers and queued signals are counted for all processes of the user
    }
    limits = {name: (value, value) for name, value in same.items()}
    # The soft limit's signal says what happened; the hard one ends a process that ignores it.
    limits["RLIMIT_CPU"] = (policy.cpu_seconds, policy.cpu_seconds + 1)
    return limits


def _set(limits: dict[str, tuple[int, int]], _: str | None) -> None:
    """Set the limits that this platform knows, never above what holds already."""
    for name, (soft, hard) in limits.items():
        number = getattr(resource, name, None)
        if number is not None:
            most = resource.getrlimit(number)[1]
            if most != resource.RLIM_INFINITY:
                soft, hard = min(soft, most), min(hard, most)
            resource.setrlimit(number, (soft, hard))


def _set_and_count(limits: dict[str, tuple[int, int]], scratch: str | None) -> None:
    """Set the limits, and bound the processes and threads by what runs already."""
    tasks = kernel.tasks() + _TASKS
    _set({**limits, "RLIMIT_NPROC": (tasks, tasks)}, scratch)
