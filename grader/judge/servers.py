"""Where a jail's children come from: a fork-server, or a fresh interpreter for each."""

import contextlib
import json
import math
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Protocol, cast

import msgspec

import grader
from grader.catalog import Budgets, Exercise
from grader.jail.confine import ConfinementError
from grader.jail.confine.privileges import NOBODY
from grader.jail.settings import LOWERABLE, Settings
from grader.judge import packages
from grader.judge.channel import Channel, Output, PipeChannel, SocketChannel
from grader.judge.folders import remove as remove
from grader.judge.outer import Outer, around, let_go

START_SECONDS = 20.0  # for the jail itself, before any attempt is near it
FOLDER = Path(__file__).parent.parent / "jail"


class JailError(Exception):
    """The jail itself does not work; nobody's attempt is to blame."""


class Handle(Protocol):
    """A child's process, as its jail sees it."""

    channel: Channel
    scratch: Path | None

    @property
    def orphaned(self) -> bool:
        """Whether its jail has ended, and so it has."""

    def end(self, grace: float) -> int:
        """Ends the child and whatever it started; its exit status, negative for a signal."""

    def dismiss(self) -> None:
        """Ends the child and removes its scratch folder, which the jail's `settle` waits for."""


class Jail(Protocol):
    """Where children come from. One jail belongs to one exercise."""

    outer: Outer

    def open(self) -> Handle:
        """A new child that has confined itself and waits for the attempt. Raises JailError."""

    def settle(self) -> None:
        """Returns when the children that were dismissed are gone, with every process and file of theirs."""

    def close(self) -> None:
        """Ends the jail with all its children."""


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
        arguments = [str(theirs.fileno()), str(len(data)), str(lifeline), *_import_paths()]
        self._process = subprocess.Popen(
            [*outer.prefix, *_python(), str(FOLDER / "server.py"), *arguments],
            pass_fds=[theirs.fileno(), lifeline],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=env,
            cwd="/",
        )
        theirs.close()
        os.close(lifeline)
        self._answers = self._control.makefile("rb")
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
        child = self._spare or self._fork()
        self._spare = self._fork()  # the next one is made ready while this one is at work
        return child

    def _fork(self) -> "ForkedChild":
        ours, theirs = socket.socketpair()
        output, printing = os.pipe()
        scratch = make_scratch(self._scratches) if self._scratches else None
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

    def reap(self, forked: Question, grace: float) -> int:
        if self.ended:
            return -signal.SIGKILL  # its children died with the server
        try:
            pid = self._answer_to(forked)["pid"]
            ended = self._ask({"op": "reap", "pid": pid, "grace": grace})
            return int(self._answer_to(ended)["status"])
        except JailError:
            return -signal.SIGKILL

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
        try:
            socket.send_fds(self._control, [json.dumps({**request, "fds": len(fds)}).encode() + b"\n"], fds)
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

    @property
    def orphaned(self) -> bool:
        return self._server.ended

    def end(self, grace: float) -> int:
        return self._server.reap(self._forked, grace)

    def dismiss(self) -> None:
        self._server.dismiss(self._forked, self.scratch)


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
            [*self.outer.prefix, *_python(), str(FOLDER / "room.py"), str(scratch or ""), *_import_paths()],
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
        self.orphaned = False

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


def start(exercise: Exercise, scratches: Path, more: tuple[str, ...] = (), hash_seed: int = 0) -> Jail:
    """The jail of `exercise`; its children's scratch folders, if it has such, lie in `scratches`.

    `more` names packages beside those of the exercise. Raises JailError if the jail does not come up,
    ExerciseError if a package is missing.
    """
    found = packages.find([*exercise.manifest.packages, *more])
    ahead = {"scenarios": _bytes(exercise.scenarios), "stub": _bytes(exercise.stub)}
    return _start(exercise.manifest.requires, exercise.manifest.budgets, found, scratches, hash_seed, **ahead)


def start_bare(requires: Iterable[str], budgets: Budgets, scratches: Path) -> Jail:
    """A jail for no exercise, to look at: as one with these requires and budgets would get."""
    return _start(requires, budgets, packages.Packages({}, []), scratches, hash_seed=0)


def _start(
    requires: Iterable[str],
    budgets: Budgets,
    found: packages.Packages,
    scratches: Path,
    hash_seed: int,
    scenarios: bytes = b"",
    stub: bytes = b"",
) -> Jail:
    settings = Settings(
        memory_mb=budgets.memory_mb,
        file_mb=budgets.file_mb,
        open_files=budgets.open_files,
        cpu_seconds=math.ceil(budgets.test_seconds * 2),
        requires=sorted(requires),
        packages=found.folders,
        readable=found.readable,
        without=without(),
        scenarios=scenarios,
        stub=stub,
    )
    where = scratches if "files" in settings.requires else None
    outer = around(settings, _python(), _import_paths(), where)
    kind = ForkServer if mode() == "fork" else Interpreters
    return kind(settings, budgets, where, environment(hash_seed), outer)


def _bytes(path: Path) -> bytes:
    """What a jail may prepare from a file of the exercise: nothing, if it can't be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""  # whoever needs the file says so


def without() -> list[str]:
    """The layers that GRADER_WITHOUT leaves out, to see what a machine without them would report.

    It can only lower the level, which is reported. Raises JailError for a word that means nothing.
    """
    named = sorted({word.strip() for word in os.environ.get("GRADER_WITHOUT", "").split(",")} - {""})
    if not set(named) <= set(LOWERABLE):
        raise JailError(f"GRADER_WITHOUT knows {', '.join(LOWERABLE)}, not {', '.join(named)}")
    return named


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
