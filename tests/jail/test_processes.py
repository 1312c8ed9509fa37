"""Processes that a jail leaves behind: none."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.processes import is_running

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

START = """
import os, signal, sys, time
from grader.jail import processes

def sleeper():
    pid = os.fork()
    if pid == 0:
        while True:
            signal.pause()
    return pid

def daemon():
    read_end, write_end = os.pipe()
    if os.fork() == 0:
        os.setsid()
        os.write(write_end, str(sleeper()).encode())
        os._exit(0)
    os.wait()
    return int(os.read(read_end, 20))

def exists(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
"""


def run(code: str) -> str:
    """What `code` prints in a process of its own; sweeping would end the children of this one."""
    done = subprocess.run(
        [sys.executable, "-c", START + code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    return done.stdout.strip()


def test_sweeping_ends_and_reaps_every_child() -> None:
    code = "pids = [sleeper(), sleeper()]\nprocesses.sweep(keep=set())\nprint([exists(pid) for pid in pids])"

    assert run(code) == "[False, False]"


def test_sweeping_spares_what_is_to_be_kept() -> None:
    code = """
kept, stray = sleeper(), sleeper()
processes.sweep(keep={kept})
print(exists(kept), exists(stray))
os.kill(kept, 9)
"""

    assert run(code) == "True False"


def test_sweeping_reaches_a_daemon_that_left_its_session() -> None:
    code = """
processes.guard()
pid = daemon()
before = exists(pid)
processes.sweep(keep=set())
print(before, exists(pid))
"""

    assert run(code) == "True False"


def test_sweeping_reaches_what_a_killed_child_had_started() -> None:
    code = """
processes.guard()
read_end, write_end = os.pipe()
if os.fork() == 0:
    for _ in range(3):
        os.write(write_end, f"{sleeper()} ".encode())
    os.write(write_end, b"end")
    signal.pause()
listed = b""
while not listed.endswith(b"end"):
    listed += os.read(read_end, 100)
processes.sweep(keep=set())
print([exists(int(pid)) for pid in listed.split()[:-1]])
"""

    assert run(code) == "[False, False, False]"


def test_sweeping_without_children_is_nothing() -> None:
    assert run("processes.sweep(keep=set())\nprint('done')") == "done"


def test_a_guarded_process_dies_with_its_parent() -> None:
    code = """
read_end, write_end = os.pipe()
if os.fork() == 0:
    processes.guard()
    os.write(write_end, str(os.getpid()).encode())
    signal.pause()
print(int(os.read(read_end, 20)))
"""
    pid = int(run(code))
    deadline = time.monotonic() + 5
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.01)

    assert not is_running(pid)


def test_a_guarded_process_is_closed_to_others_of_its_user() -> None:
    code = """
import ctypes
before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
processes.guard()
print(before, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""

    assert run(code) == "1 0"


def test_this_file_leaves_nothing_behind() -> None:
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()

    assert [pid for pid in children if is_running(int(pid))] == []
