"""macOS: Seatbelt around the jail's command line, for what a process can't deny itself there.

sandbox-exec(1) is marked deprecated, and in daily use all the same: Chromium, Bazel and others rely
on it. The profile language is described in Apple's own profiles in /usr/share/sandbox. Not run by
the tests of this package, which check the choosing and the text alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from .policy import Gap, Policy

_PROGRAM = "/usr/bin/sandbox-exec"
# What every dynamically linked program reads before it starts.
_SYSTEM = ("/usr/lib", "/System/Library", "/Library/Apple", "/private/var/db/dyld")
_FILES = ("/dev/null", "/dev/urandom", "/dev/random", "/private/etc/localtime")
_ZONES = "/private/var/db/timezone"

GAPS = (
    Gap(
        "dies with its parent",
        "macOS has no signal for the death of a parent",
        "nothing to do: a child ends when its pipe to the judge closes, or at its CPU limit",
    ),
    Gap(
        "system call filter",
        "macOS lets no ordinary process filter its system calls; sandbox-exec denies by operation",
        "use Linux for a score of record",
    ),
)


def command_prefix(policy: Policy, scratch: str | None = None, listed: Iterable[str] = ()) -> list[str]:
    """Return what to put before the jail's command line; empty where there is no sandbox-exec.

    listed names folders whose entries may be listed, which is what it takes to import from them.
    """
    if not os.path.exists(_PROGRAM):
        return []
    return [_PROGRAM, "-p", profile(policy, scratch, listed)]


def profile(policy: Policy, scratch: str | None = None, listed: Iterable[str] = ()) -> str:
    """Return the Seatbelt profile of a policy: everything is denied but what is listed."""
    return "\n".join(_clauses(policy, scratch, listed)) + "\n"


def _clauses(policy: Policy, scratch: str | None, listed: Iterable[str]) -> Iterator[str]:
    yield "(version 1)"
    yield "(deny default)"
    yield "(allow process-fork)"  # for the fork-server itself; RLIMIT_NPROC can't tell them apart
    yield "(allow signal (target same-sandbox))"
    yield "(allow sysctl-read)"
    yield "(allow file-read-metadata)"
    for program in (sys.executable, *policy.programs):
        yield f"(allow process-exec {_literal(os.path.realpath(program))})"
    for folder in (*_SYSTEM, _ZONES, *_python()):
        yield f"(allow file-read* {_subpath(folder)})"
    # Later clauses win: installed packages may lie below the standard library.
    yield '(deny file-read-data (regex #"/(site|dist)-packages(/|$)"))'
    for path in policy.readable:
        yield f"(allow file-read* {_subpath(path)})"
    for folder in listed:
        yield f"(allow file-read-data {_literal(os.path.realpath(folder))})"
    for path in _FILES:
        yield f"(allow file-read* {_literal(path)})"
    yield f"(allow file-write-data {_literal('/dev/null')})"
    if policy.allows("files") and scratch is not None:
        yield f"(allow file-read* file-write* {_subpath(scratch)})"
    if policy.allows("loopback"):
        yield '(allow network-bind network-inbound (local ip "localhost:*"))'
        yield '(allow network-outbound (remote ip "localhost:*"))'


def _python() -> tuple[str, ...]:
    """Return the folders of the running Python: its standard library and what it links to."""
    return (os.path.dirname(os.__file__), os.path.join(sys.base_prefix, "lib"), sys.base_prefix)


def _literal(path: str) -> str:
    return f"(literal {_quoted(path)})"


def _subpath(path: str) -> str:
    return f"(subpath {_quoted(os.path.realpath(path))})"


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
