"""What a confined child may use, and what it must not reach."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest

from .children import ORDINARY, become


@pytest.fixture(params=["as it is", "ordinary user"])
def user(request: pytest.FixtureRequest) -> int | None:
    """Run the test as whoever runs the tests, and, where that is root, as an ordinary user too."""
    if request.param == "as it is":
        return None
    if os.geteuid() != 0:
        pytest.skip("the tests run as an ordinary user already")
    return ORDINARY


@pytest.fixture
def folder(user: int | None) -> Iterator[str]:
    """Make a folder that belongs to the user, below one that everybody can reach."""
    path = tempfile.mkdtemp(dir="/tmp")
    if user is not None:
        os.chown(path, user, user)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def scratch(folder: str, user: int | None) -> str:
    """Make a folder for the child to write to."""
    path = os.path.join(folder, "scratch")
    os.mkdir(path)
    if user is not None:
        os.chown(path, user, user)
    return path


@pytest.fixture
def targets(folder: str, user: int | None) -> Iterator[dict[str, Any]]:
    """Make what a canary must not reach; the judge is a process of the same user."""
    hidden = os.path.join(folder, "hidden", "suite.py")
    os.mkdir(os.path.dirname(hidden), 0o700)
    with open(hidden, "w") as file:
        file.write("hidden")
    outside = os.path.join(folder, "outside")
    os.mkdir(outside)
    if user is not None:
        for path in (os.path.dirname(hidden), hidden, outside):
            os.chown(path, user, user)
    judge = _sleeper(user)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        yield {
            "hidden": hidden,
            "closed": hidden,
            "outside": outside,
            "port": listener.getsockname()[1],
            "judge": judge,
            "memory_mb": 512,
            "scratch": None,
        }
    os.kill(judge, signal.SIGKILL)
    os.waitpid(judge, 0)


def _sleeper(user: int | None) -> int:
    """Start a process of the user that waits; return its id once it has become that user."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        become(user)
        os.write(write_end, b".")
        while True:
            signal.pause()
    os.read(read_end, 1)
    os.close(read_end)
    os.close(write_end)
    return pid
