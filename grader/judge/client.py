"""The command's side of the judge: starts its process, hands it jobs, and reads its events."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from grader.judge import protocol
from grader.judge.keeper.owned import Place, sweep
from grader.judge.store import cache

# What a judge's environment may keep of the learner's; nothing that pytest, Hypothesis or Python reads.
_KEPT = (
    "GRADER_JAIL",
    "GRADER_WITHOUT",
    "HOME",
    "LANG",
    "LOCALAPPDATA",
    "PATH",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "USERPROFILE",
    "XDG_CACHE_HOME",
)


END_SECONDS = 2.0  # for a judge to end when it is told that nothing more will come
MOST_STILLBORN = 3  # judges in a row that end before they are up: no other will do better


class Died(Exception):
    """A judge has ended at work; the text says how."""


class Judge:
    """A judge, and another one where it dies. Use it as a context: at the end all are gone, with all they started."""

    def __init__(self) -> None:
        self._process = Process()
        self._stillborn = 0
        self._last = Died()
        self._given_up = False
        self.hello: protocol.Hello | None = None

    def __enter__(self) -> "Judge":
        return self

    def __exit__(self, problem: object = None, *_: object) -> None:
        self._process.close(at_once=problem is not None)

    def give_up(self) -> None:
        """Ends the work of another thread, which hears of it as a Fault: no other judge takes over."""
        self._given_up = True
        self._process.kill()

    def judge(self, tasks: Iterable[protocol.Task]) -> Iterator[protocol.Event]:
        """The events of `tasks`, as they come; each task ends with one that says how.

        A task on which the judge dies is begun again in a new one. An attempt on which two die is crashed.
        """
        for task in tasks:
            yield from self._attended(task)

    def _attended(self, task: protocol.Task) -> Iterator[protocol.Event]:
        for turn in range(3):
            if self._given_up or self._stillborn >= MOST_STILLBORN:
                break
            try:
                if not self._process.alive:
                    self._begin_again()
                yield from self._asked(task if turn < 2 else _crashed(task, self._last))
                return
            except Died as death:
                self._last = death
                self._stillborn = 0 if self._process.hello else self._stillborn + 1
        yield protocol.Fault(f"the judge has ended: {self._last}")

    def _asked(self, task: protocol.Task) -> Iterator[protocol.Event]:
        for event in self._process.ask(task):
            if isinstance(event, protocol.Hello):
                self.hello = event
            else:
                yield event

    def _begin_again(self) -> None:
        self._process.close(at_once=True)
        try:
            self._process = Process()
        except OSError as error:
            raise Died(f"no other can be started: {error.strerror}") from error
        if self._given_up:  # meanwhile
            self._process.kill()


def _crashed(task: protocol.Task, death: Died) -> protocol.Task:
    """What is asked of a third judge: to list the tests that two have died of. It need not look at the attempt."""
    if not isinstance(task, protocol.Job):
        return task
    message = f"The judge has ended twice while it judged this attempt ({death}), so it was given up."
    return msgspec.structs.replace(task, unjudged=protocol.Unjudged("crashed", message))


class Process:
    """One process of a judge, with a folder of its own for its children's files."""

    def __init__(self) -> None:
        self.hello: protocol.Hello | None = None
        self._scratches = Place()
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-P", "-X", "utf8", "-m", "grader.judge", self._scratches.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=Path(sys.executable).anchor,
            start_new_session=True,  # Ctrl-C is for the command, which then ends its judge
            pass_fds=self._scratches.lock,
        )
        sweep()  # while it comes up
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._jobs = self._process.stdin
        self._events = self._process.stdout
        self._decode = msgspec.json.Decoder(protocol.Event).decode

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, task: protocol.Task) -> Iterator[protocol.Event]:
        """The events of one task. Raises Died if they have no end."""
        data = msgspec.msgpack.encode(task)
        try:
            self._jobs.write(len(data).to_bytes(4, "little") + data)
            self._jobs.flush()
        except (OSError, ValueError):  # it has ended, and may have been seen to already
            raise self._died() from None
        while True:
            line = self._events.readline()
            if not line.endswith(b"\n"):
                raise self._died()
            event = self._decode(line)
            if isinstance(event, protocol.Hello):
                self.hello = event
            yield event
            if isinstance(event, protocol.End):
                return

    def kill(self) -> None:
        """Ends it without waiting for it."""
        self._process.kill()

    def _died(self) -> Died:
        self._process.kill()
        self._process.wait()
        last = self._printed().decode("utf-8", "replace").strip().rpartition("\n")[2]
        code = self._process.returncode
        return Died(last or (f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"))

    def _printed(self) -> bytes:
        """What it wrote to standard error. Its jails hold that open, so this waits until they are gone as well."""
        with contextlib.suppress(OSError):
            self._jobs.close()
        self._process.stdin = None  # or communicate would flush it
        try:
            return self._process.communicate(timeout=END_SECONDS)[1]
        except (subprocess.TimeoutExpired, ValueError):  # it lasts, or was read to its end before
            return b""

    def close(self, at_once: bool = False) -> None:
        """Lets it end by itself where all went well: its jails are closed then."""
        if not at_once:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                self._jobs.close()
                self._process.stdin = None
                self._process.wait(END_SECONDS)
        self._process.kill()
        self._process.wait()
        self._printed()
        self._scratches.cleanup()


def environment() -> dict[str, str]:
    """The judge's environment: the same for everybody, whatever is set around the command."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # Hypothesis takes a second to make its tables of Unicode.
    tables = {"HYPOTHESIS_STORAGE_DIRECTORY": str(place / "hypothesis")} if (place := cache()) else {}
    return {**kept, **tables, "PYTHONHASHSEED": "0", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
