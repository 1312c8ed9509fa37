"""What the probes share: what they are given, how they say how they ended, and how they reach the kernel."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from .. import kernel, seccomp, syscalls

Targets = Mapping[str, Any]
Probe = Callable[[Targets], object]

ABSENT = "absent"  # this platform has no such thing
NO_EFFECT = "no effect"  # the call returned, and nothing changed

# Errors of a system call that never got as far as looking at its arguments, or found nothing there to look at.
_REFUSED_AT_ONCE = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP)


class Refused(Exception):
    """A probe found that it had been refused without an errno; the text says how."""


def linux(function: Callable[..., object], *arguments: object) -> None:
    """Call a function on Linux; elsewhere the probe is absent."""
    if sys.platform != "linux":
        raise Refused(ABSENT)
    function(*arguments)


def reach(name: str, *arguments: int | bytes | None) -> None:
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
