"""The jail where the platform has fork: a server that is up once, and forks a child for each test."""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
from collections import deque
from pathlib import Path
from typing import Any

import msgspec

from grader.catalog import Budgets
from grader.jail.settings import Settings
from grader.judge.keeper.channel import Channel, Output, SocketChannel
from grader.judge.keeper.folders import remove
from grader.judge.keeper.handles import FOLDER, Handle, JailError, import_paths, make_scratch, python
from grader.judge.keeper.outer import Outer

START_SECONDS = 60.0  # for the jail itself, which no attempt is charged for


class Question:
    """Something asked of the fork-server, whose answer may come later."""

    def __init__(self) -> None:
        self.answer: dict[str, Any] | None = None


class ForkServer:
    """The jail where the platform has fork: up once, then a fork for each child.

    It comes up while the judge goes on: what is asked of it before waits in the socket.
    """

    def __init__(
        self, settings: Settings, budgets: Budgets, scratches: Path | None, env: dict[str, str], outer: Outer
    ) -> None:
        self.outer = outer
        self._budgets = budgets
        self._scratches = scratches
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        data = msgspec.json.encode(settings)
        # The judge's standard error: whoever waits for its end waits for the server's, too.
        lifeline = os.dup(2)
        arguments = [str(theirs.fileno()), str(len(data)), str(lifeline), *import_paths()]
        self._process = subprocess.Popen(
            [*outer.prefix, *python(), str(FOLDER / "server.py"), *arguments],
            pass_fds=[theirs.fileno(), lifeline],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=env,
            cwd="/",
        )
        theirs.close()
        os.close(lifeline)
        self._unread = b""  # the beginning of an answer
        self._open_questions: deque[Question] = deque([Question()])  # that it is up
        self._spare: ForkedChild | None = None
        self._leaving: deque[tuple[Question, Path | None]] = deque()  # how each ended, and its scratch folder
        self._failure: JailError | None = None
        try:
            self._control.sendall(data)
        except OSError as error:
            raise self._broken() from error

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def open(self) -> Handle:
        if self.ended:
            raise self._broken()  # and the spare child is gone with it
        if self._spare is not None and self._spare.hung_up():
            self._drop_spare()
        child = self._spare or self._fork()
        self._spare = self._fork()  # the next one is made ready while this one is at work
        return child

    def _fork(self) -> "ForkedChild":
        scratch = self._scratch()
        ours, theirs = socket.socketpair()
        output, printing = os.pipe()
        try:
            asked = self._ask({"op": "fork", "scratch": scratch and str(scratch)}, theirs.fileno(), printing)
        except JailError:
            ours.close()
            os.close(output)
            remove(scratch)
            raise
        finally:
            theirs.close()
            os.close(printing)
        channel = SocketChannel(ours, output, Output(self._budgets.output_kb << 10))
        return ForkedChild(self, asked, channel, scratch)

    def _scratch(self) -> Path | None:
        if self._scratches is None:
            return None
        try:
            return make_scratch(self._scratches)
        except JailError:
            self.settle()  # who has been dismissed may hold what is missing
            return make_scratch(self._scratches)

    def reap(self, forked: Question, grace: float) -> tuple[int, bool]:
        """The exit status of a child, and whether the server has ended it, with all the others, for want of space."""
        if self.ended:
            return -signal.SIGKILL, False  # its children died with the server
        try:
            pid = self._answer_to(forked)["pid"]
            ended = self._answer_to(self._ask({"op": "reap", "pid": pid, "grace": grace}))
        except JailError:
            return -signal.SIGKILL, False
        if ended["stopped"]:
            self._drop_spare()
        return int(ended["status"]), bool(ended["stopped"])

    def stack(self, forked: Question) -> str:
        """What a child says that it is doing."""
        if self.ended:
            return ""
        try:
            pid = self._answer_to(forked)["pid"]
            return str(self._answer_to(self._ask({"op": "stack", "pid": pid}))["stack"])
        except JailError:
            return ""  # which comes again when a child is wanted

    def keep_free(self, folder: Path, least: int) -> None:
        if self._scratches is not None:
            with contextlib.suppress(JailError):  # which comes again when a child is wanted
                self._send({"op": "keep free", "folder": str(folder), "bytes": least})

    def _drop_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            spare.dismiss()
            spare.channel.close()

    def dismiss(self, forked: Question, scratch: Path | None) -> None:
        if self.ended:
            remove(scratch)
            return
        try:
            asked = self._ask({"op": "reap", "pid": self._answer_to(forked)["pid"], "grace": 0})
            self._leaving.append((asked, scratch))
        except JailError:
            remove(scratch)
        while self._leaving and self._leaving[0][0].answer is not None:
            remove(self._leaving.popleft()[1])

    def settle(self) -> None:
        while self._leaving:
            asked, scratch = self._leaving.popleft()
            with contextlib.suppress(JailError):
                self._answer_to(asked)
            remove(scratch)

    def _ask(self, request: dict[str, Any], *fds: int) -> Question:
        self._send(request, *fds)
        self._open_questions.append(question := Question())
        return question

    def _send(self, request: dict[str, Any], *fds: int) -> None:
        try:
            socket.send_fds(self._control, [json.dumps({**request, "fds": len(fds)}).encode() + b"\n"], fds)
        except OSError as error:
            raise self._broken() from error

    def _answer_to(self, question: Question) -> dict[str, Any]:
        """Answers come in the order of the questions."""
        while question.answer is None:
            self._read_answers()
        return question.answer

    def _read_answers(self) -> None:
        """Takes the answers that come next, and waits for them."""
        try:
            data = self._control.recv(1 << 16)
        except OSError as error:
            raise self._broken() from error
        if not data:
            raise self._broken()
        *lines, self._unread = (self._unread + data).split(b"\n")
        for line in lines:
            self._open_questions.popleft().answer = json.loads(line)

    def pid(self, forked: Question) -> int | None:
        """The number of a child that was asked for, if it is known by now."""
        if forked.answer is None and select.select([self._control], [], [], 0)[0]:
            with contextlib.suppress(JailError):
                self._read_answers()
        return None if forked.answer is None else int(forked.answer["pid"])

    def _broken(self) -> JailError:
        """Why the server is of no use any more: found out once, said as often as asked."""
        if self._failure is None:
            self._failure = self._find_failure()
        return self._failure

    def _find_failure(self) -> JailError:
        self._process.kill()
        _, printed = self._process.communicate()
        last = printed.decode("utf-8", "replace").strip().rpartition("\n")[2]
        return JailError(f"the jail has ended: {last or f'exit status {self._process.returncode}'}")

    def close(self) -> None:
        """The server ends its children when it sees that nobody is there any more."""
        self.settle()
        if self._spare is not None:
            self._spare.channel.close()
            remove(self._spare.scratch)
            self._spare = None
        self._control.close()
        try:
            self._process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


class ForkedChild:
    """A child of the fork-server."""

    def __init__(self, server: ForkServer, forked: Question, channel: SocketChannel, scratch: Path | None) -> None:
        self.channel: Channel = channel
        self.hung_up = channel.hung_up
        self.scratch = scratch
        self.stopped = False
        self._server = server
        self._forked = forked

    @property
    def pid(self) -> int | None:
        return self._server.pid(self._forked)

    @property
    def orphaned(self) -> bool:
        return self._server.ended

    def stack(self) -> str:
        return self._server.stack(self._forked)

    def end(self, grace: float) -> int:
        status, self.stopped = self._server.reap(self._forked, grace)
        return status

    def dismiss(self) -> None:
        self._server.dismiss(self._forked, self.scratch)
