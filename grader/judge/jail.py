"""The judge's side of the jail: starts it, asks it for children, and knows how each one ended."""

import contextlib
import json
import math
import os
import secrets
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from typing import IO, Any, NoReturn, Protocol, cast

import msgspec

import grader
from grader.catalog import Budgets, Exercise
from grader.jail import wire
from grader.jail.confine.privileges import NOBODY
from grader.jail.settings import Settings
from grader.judge import packages
from grader.judge.channel import Channel, Flood, Gone, Late, Output, PipeChannel, SocketChannel

_now = time.monotonic
START_SECONDS = 20.0  # for the jail itself, before any attempt is near it
GRACE_SECONDS = 0.05  # for a child that hung up to be gone
FOLDER = Path(__file__).parent.parent / "jail"


class JailError(Exception):
    """The jail itself does not work; nobody's attempt is to blame."""


class Stopped(BaseException):
    """The child is no more: it hung or it crashed.

    Not an Exception, so that Hypothesis doesn't take it for a failure to be shrunk: a hang costs
    its budget once.
    """

    def __init__(self, verdict: str, reason: str) -> None:
        super().__init__(reason)
        self.verdict = verdict  # "timed_out" or "crashed"
        self.reason = reason


class AttemptRaised(Exception):
    """An exception that escaped from a scenario, as the jail described it."""

    def __init__(self, error: wire.Error) -> None:
        super().__init__(repr(error))
        self.error = error


class Unimportable(Exception):
    """The attempt can't be imported: `error` says why, as the jail described it."""

    def __init__(self, error: wire.Error) -> None:
        super().__init__(repr(error))
        self.error = error


class Handle(Protocol):
    """A child's process, as its jail sees it."""

    channel: Channel
    scratch: Path | None

    def end(self, grace: float) -> int:
        """Ends the child and whatever it started; its exit status, negative for a signal."""


class Jail(Protocol):
    """Where children come from. One jail belongs to one exercise."""

    def open(self) -> Handle:
        """A new child that has confined itself and waits for the attempt. Raises JailError."""

    def close(self) -> None:
        """Ends the jail with all its children."""


class Child:
    """One child with an attempt in it, from its import to its end."""

    def __init__(self, handle: Handle, load: wire.Load, budgets: Budgets) -> None:
        self._handle = handle
        self._budgets = budgets
        self._channel = handle.channel
        self._stopped: Stopped | None = None
        too_long = f"importing it takes longer than {budgets.import_seconds:g} s"
        reply = self._ask(load, _now() + budgets.import_seconds, too_long)
        if isinstance(reply, wire.Unready):
            error = self._lifted(reply.error)
            self.end()
            raise Unimportable(error)
        if not isinstance(reply, wire.Ready):
            self._stop("crashed", "it answered something that was not asked")
        self.layers = reply.layers

    @property
    def output(self) -> str:
        """What the child has printed so far."""
        return self._channel.output.text()

    def call(self, name: str, args: list[Any], kwargs: dict[str, Any], renew: bool, deadline: float) -> Any:
        """What scenario `name` returned. Raises AttemptRaised, or Stopped once and for all."""
        if self._stopped:
            raise self._stopped
        if self._channel.pending():
            self._stop("crashed", "it answered without being asked")
        number = secrets.randbits(62)
        lowered = {key: wire.lower(value) for key, value in kwargs.items()}
        call = wire.Call(number, name, [wire.lower(value) for value in args], lowered, renew)
        reply = self._ask(call, *self._limit(deadline))
        if not isinstance(reply, wire.Returned | wire.Raised) or reply.id != number:
            self._stop("crashed", "it answered something that was not asked")
        if isinstance(reply, wire.Raised):
            raise AttemptRaised(self._lifted(reply.error))
        try:
            return wire.lift(reply.value)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def _limit(self, deadline: float) -> tuple[float, str]:
        """When a call that begins now has to be over, and what is said if it is not."""
        budgets = self._budgets
        over = _now() + budgets.call_seconds
        if over < deadline:
            return over, f"the call takes longer than {budgets.call_seconds:g} s"
        return deadline, f"the test takes longer than {budgets.test_seconds:g} s"

    def _ask(self, message: wire.Frame, deadline: float, too_long: str) -> wire.Reply:
        try:
            self._channel.send(message, deadline)
            return wire.read_reply(self._channel.receive(deadline))
        except Late:
            self._stop("timed_out", too_long)
        except Gone:
            self._stop("crashed", None)
        except Flood:
            self._stop("crashed", f"it printed far more than {self._budgets.output_kb:,} KiB")
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")

    def _lifted(self, tree: Any) -> wire.Error:
        try:
            error = wire.lift(tree)
        except wire.WireError as problem:
            self._stop("crashed", f"it answered with {problem}")
        if not isinstance(error, wire.Error):
            self._stop("crashed", "it answered with an exception that is none")
        return error

    def _stop(self, verdict: str, reason: str | None) -> NoReturn:
        status = self._end(GRACE_SECONDS if reason is None else 0)
        self._stopped = Stopped(verdict, reason or _describe(status))
        raise self._stopped

    def end(self) -> None:
        """Ends the child and everything that it started; a second time does nothing."""
        if self._stopped is None:
            self._end(0)
            self._stopped = Stopped("crashed", "it has been ended")

    def _end(self, grace: float) -> int:
        status = self._handle.end(grace)
        self._channel.close()
        remove(self._handle.scratch)
        return status


def _describe(status: int) -> str:
    """What an exit status says about how a child ended that nobody had ended."""
    if status >= 0:
        return f"it left Python with exit status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    meaning = {
        "SIGSEGV": "it crashed the interpreter, as endless recursion or broken memory does",
        "SIGKILL": "it was killed, as one is that takes too much memory or time",
        "SIGXCPU": "it used up its processor time",
        "SIGSYS": "it made a system call that is forbidden here",
        "SIGABRT": "it aborted",
    }.get(name, "it was killed by a signal")
    return f"{meaning} ({name})"


class Question:
    """Something asked of the fork-server, whose answer may come later."""

    def __init__(self) -> None:
        self.answer: dict[str, Any] | None = None


class ForkServer:
    """The jail where the platform has fork: up once, then a fork for each child."""

    def __init__(self, settings: Settings, budgets: Budgets, scratches: Path | None, env: dict[str, str]) -> None:
        self._budgets = budgets
        self._scratches = scratches
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        data = msgspec.json.encode(settings)
        arguments = [str(theirs.fileno()), str(len(data)), *_import_paths()]
        self._process = subprocess.Popen(
            [*_python(), str(FOLDER / "server.py"), *arguments],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=env,
            cwd="/",
        )
        theirs.close()
        self._answers = self._control.makefile("rb")
        self._open_questions: deque[Question] = deque([hello := Question()])
        self._spare: ForkedChild | None = None
        try:
            self._control.sendall(data)
        except OSError as error:
            raise self._broken() from error
        self.layers: list[str] = self._answer_to(hello)["layers"]

    def open(self) -> Handle:
        child = self._spare or self._fork()
        self._spare = self._fork()  # the next one is made ready while this one is at work
        return child

    def _fork(self) -> "ForkedChild":
        ours, theirs = socket.socketpair()
        output, printing = os.pipe()
        scratch = make_scratch(self._scratches) if self._scratches else None
        try:
            asked = self._ask({"op": "fork", "scratch": scratch and str(scratch)}, theirs.fileno(), printing)
        finally:
            theirs.close()
            os.close(printing)
        channel = SocketChannel(ours, output, Output(self._budgets.output_kb << 10))
        return ForkedChild(self, asked, channel, scratch)

    def reap(self, forked: Question, grace: float) -> int:
        try:
            pid = self._answer_to(forked)["pid"]
            ended = self._ask({"op": "reap", "pid": pid, "grace": grace})
            return int(self._answer_to(ended)["status"])
        except JailError:
            return -signal.SIGKILL  # its children died with the server

    def _ask(self, request: dict[str, Any], *fds: int) -> Question:
        try:
            socket.send_fds(self._control, [json.dumps(request).encode()], fds)
        except OSError as error:
            raise self._broken() from error
        self._open_questions.append(question := Question())
        return question

    def _answer_to(self, question: Question) -> dict[str, Any]:
        """Answers come in the order of the questions."""
        while question.answer is None:
            try:
                line = self._answers.readline()
            except OSError as error:
                raise self._broken() from error
            if not line:
                raise self._broken()
            self._open_questions.popleft().answer = json.loads(line)
        return question.answer

    def _broken(self) -> JailError:
        self._process.kill()
        _, printed = self._process.communicate()
        last = printed.decode("utf-8", "replace").strip().rpartition("\n")[2]
        return JailError(f"the jail has ended: {last or f'exit status {self._process.returncode}'}")

    def close(self) -> None:
        """The server ends its children when it sees that nobody is there any more."""
        if self._spare is not None:
            self._spare.channel.close()
            remove(self._spare.scratch)
            self._spare = None
        self._answers.close()
        self._control.close()
        try:
            self._process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()


class ForkedChild:
    """A child of the fork-server."""

    def __init__(self, server: ForkServer, forked: Question, channel: Channel, scratch: Path | None) -> None:
        self.channel = channel
        self.scratch = scratch
        self._server = server
        self._forked = forked

    def end(self, grace: float) -> int:
        return self._server.reap(self._forked, grace)


class Interpreters:
    """The jail without fork: a fresh interpreter for each child."""

    def __init__(self, settings: Settings, budgets: Budgets, scratches: Path | None, env: dict[str, str]) -> None:
        self._first_frame = struct.pack("<I", len(data := msgspec.json.encode(settings))) + data
        self._budgets = budgets
        self._scratches = scratches
        self._env = env

    def open(self) -> Handle:
        scratch = make_scratch(self._scratches) if self._scratches else None
        process = subprocess.Popen(
            [*_python(), str(FOLDER / "room.py"), str(scratch or ""), *_import_paths()],
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
            requests.write(self._first_frame)
            requests.flush()
        except OSError as error:
            raise JailError("the jail's interpreter does not start") from error
        output = Output(self._budgets.output_kb << 10)
        return SpawnedChild(process, PipeChannel(requests, replies, printed, output), scratch)

    def close(self) -> None:
        """Nothing is left to close: every child ends with its test."""


class SpawnedChild:
    """A child that is an interpreter of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]", channel: Channel, scratch: Path | None) -> None:
        self.channel = channel
        self.scratch = scratch
        self._process = process

    def end(self, grace: float) -> int:
        if grace:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(grace)
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        return self._process.wait()


def start(exercise: Exercise, scratches: Path, more: tuple[str, ...] = (), hash_seed: int = 0) -> Jail:
    """The jail of `exercise`; its children's scratch folders, if it has such, lie in `scratches`.

    `more` names packages beside those of the exercise. Raises JailError if the jail does not come up,
    ExerciseError if a package is missing.
    """
    found = packages.find([*exercise.manifest.packages, *more])
    budgets = exercise.manifest.budgets
    settings = Settings(
        memory_mb=budgets.memory_mb,
        file_mb=budgets.file_mb,
        open_files=budgets.open_files,
        cpu_seconds=math.ceil(budgets.test_seconds * 2),
        requires=sorted(exercise.manifest.requires),
        packages=found.folders,
        readable=found.readable,
    )
    where = scratches if "files" in settings.requires else None
    kind = ForkServer if mode() == "fork" else Interpreters
    return kind(settings, budgets, where, environment(hash_seed))


def mode() -> str:
    """`fork` or `spawn`: what the platform has, unless GRADER_JAIL asks for the second."""
    if os.environ.get("GRADER_JAIL") == "spawn" or not hasattr(os, "fork"):
        return "spawn"
    return "fork"


def make_scratch(parent: Path) -> Path:
    """An empty folder for one child, which may be another user than the judge."""
    folder = Path(tempfile.mkdtemp(dir=parent))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    return folder


def remove(folder: Path | None) -> None:
    """Removes a scratch folder, whatever the child made of it."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def environment(hash_seed: int = 0) -> dict[str, str]:
    """All that a jail's environment holds. The hash seed is fixed, so that an attempt which leans
    on the order of a set gets the same verdict everywhere.
    """
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {"PYTHONHASHSEED": str(hash_seed), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", "TZ": "UTC", **kept}


def _python() -> list[str]:
    return [sys.executable, "-s", "-S", "-P", "-X", "utf8"]


def _import_paths() -> list[str]:
    """Where the jail finds the grader and msgspec; it forgets them before an attempt is near."""
    paths = [Path(module.__file__ or "").parent.parent for module in (grader, msgspec)]
    return list(dict.fromkeys(map(str, paths)))
