"""Run something in a confined child, and see how it ended."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from grader.jail.confine import Policy, kernel, prepare

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

ORDINARY = 1500


@dataclass(frozen=True)
class Ended:
    """What the work in a child returned, or what ended it."""

    value: Any = None
    error: str | None = None
    signal: int | None = None


def policy(*requires: str, readable: tuple[str, ...] = ()) -> Policy:
    return Policy(
        memory_mb=512,
        file_mb=4,
        open_files=64,
        cpu_seconds=5,
        requires=frozenset(requires),
        readable=readable,
    )


def become(user: int | None) -> None:
    """Become an ordinary user as a login would make one; None keeps who we are."""
    if user is not None:
        os.setgroups(())
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        kernel.prctl(kernel.PR_SET_DUMPABLE, 1)


def in_child(work: Callable[[], Any], user: int | None = None) -> Ended:
    """Fork, run the work, and return what it made of plain data."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            become(user)
            answer: dict[str, Any] = {"value": work()}
        except BaseException as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        os.write(write_end, json.dumps(answer).encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        written = pipe.read()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return Ended(signal=os.WTERMSIG(status))
    return Ended(**json.loads(written))


def confined(
    asked: Policy,
    work: Callable[[], Any],
    *,
    user: int | None = None,
    scratch: str | None = None,
) -> Ended:
    """Fork, confine the child as the policy asks, and run the work in it."""

    def confine_and_work() -> Any:
        prepare(replace(asked, scratches=scratch and os.path.dirname(scratch))).apply(scratch)
        return work()

    # One more process between, as the plan is made in a process that forks the child.
    return in_child(confine_and_work, user)
