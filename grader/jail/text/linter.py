"""ruff on an attempt's text. It is a program of its own, and the one that this child may start."""

import json
import os
from typing import TYPE_CHECKING

from grader.jail.text.findings import LONGEST, MOST, Finding, Misused, Unread

if TYPE_CHECKING:
    import subprocess

_FOUND = (0, 1)  # the exit status: nothing, something


def lint(module: str, text: str, select: list[str], ignores: bool, program: str) -> list[Finding]:
    """What ruff finds in `text` by the rules of `select`, line by line.

    Raises Misused if it does not know one of them, Unread if it comes to no end of its own.
    """
    ended = _run(module, text, select, ignores, program)
    if ended.returncode not in _FOUND:
        kind = Unread if _run(module, "", select, ignores, program).returncode in _FOUND else Misused
        raise kind(f"ruff gives up: {' '.join(ended.stderr.split())[:LONGEST]}")
    found = [
        Finding(f"{module}.py", one["location"]["row"], one["code"] or "", one["message"][:LONGEST])
        for one in json.loads(ended.stdout or "[]")
    ]
    return sorted(found, key=lambda one: one.line)[:MOST]


def _run(module: str, text: str, select: list[str], ignores: bool, program: str) -> "subprocess.CompletedProcess[str]":
    import subprocess  # which the jails that need none would pay for

    command = [program, "check", "--isolated", "--no-cache", "--quiet", "--output-format=json"]
    command += [f"--select={','.join(select)}", *([] if ignores else ["--ignore-noqa"])]
    command += ["--stdin-filename", f"{module}.py", "-"]
    # What ruff needs of an environment is nothing; one thread is enough for one file.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    environment["RAYON_NUM_THREADS"] = "1"
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", env=environment)
