"""The jail where the platform has no fork: a fresh interpreter for each test."""

import contextlib
import os
import signal
import struct
import subprocess
import tempfile
from pathlib import Path
from typing import IO, cast

import msgspec

from grader.catalog import Budgets
from grader.jail.confine import ConfinementError
from grader.jail.settings import Settings
from grader.judge.keeper.channel import Channel, Output, PipeChannel
from grader.judge.keeper.folders import remove
from grader.judge.keeper.handles import FOLDER, Handle, JailError, import_paths, make_scratch, python
from grader.judge.keeper.outer import Outer, let_go


class Interpreters:
    """The jail without fork: a fresh interpreter for each child."""

    def __init__(
        self, settings: Settings, budgets: Budgets, scratches: Path | None, env: dict[str, str], outer: Outer
    ) -> None:
        self.outer = outer
        self._first_frame = struct.pack("<I", len(data := msgspec.json.encode(settings))) + data
        self._budgets = budgets
        self._scratches = scratches
        self._env = env

    def open(self) -> Handle:
        scratch = make_scratch(self._scratches) if self._scratches else None
        process = subprocess.Popen(
            [*self.outer.prefix, *python(), str(FOLDER / "room.py"), str(scratch or ""), *import_paths()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._env,
            cwd=tempfile.gettempdir(),
            start_new_session=True,
        )
        pipes = (process.stdin, process.stdout, process.stderr)
        requests, replies, printed = (cast(IO[bytes], pipe) for pipe in pipes)
        try:
            job = self.outer.hold(process)  # before it is told anything
            requests.write(self._first_frame)
            requests.flush()
        except (OSError, ConfinementError) as error:
            raise JailError(f"the jail's interpreter does not start: {error}") from error
        output = Output(self._budgets.output_kb << 10)
        return SpawnedChild(process, PipeChannel(requests, replies, printed, output), scratch, job)

    def keep_free(self, folder: Path, least: int) -> None:
        """Nobody is here to look: the judge does when it waits."""

    def settle(self) -> None:
        """Nothing is left to wait for: who is dismissed here is gone."""

    def close(self) -> None:
        """Nothing is left to close: every child ends with its test."""


class SpawnedChild:
    """A child that is an interpreter of its own."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", channel: Channel, scratch: Path | None, job: int | None
    ) -> None:
        self.channel = channel
        self.scratch = scratch
        self._process = process
        self._job = job
        self.pid = process.pid
        self.orphaned = False
        self.stopped = False

    def stack(self) -> str:
        """Nobody can ask it."""
        return ""

    def end(self, grace: float) -> int:
        if grace:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(grace)
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        status = self._process.wait()
        let_go(self._job)
        self._job = None
        return status

    def dismiss(self) -> None:
        self.end(0)
        remove(self.scratch)
