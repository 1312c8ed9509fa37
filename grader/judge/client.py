"""The command's side of the judge: starts its process, hands it jobs, and reads its events."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.judge import protocol
from grader.judge.keeper.folders import home, remove
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


class Judge:
    """A judge's process. Use it as a context: at the end it is gone, with everything it started."""

    def __init__(self) -> None:
        self._scratches = tempfile.TemporaryDirectory(prefix="grader-", dir=home(), ignore_cleanup_errors=True)
        os.chmod(self._scratches.name, 0o711)  # a child may be another user
        self._process = subprocess.Popen(
            [sys.executable, "-s", "-P", "-X", "utf8", "-m", "grader.judge", self._scratches.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=Path(sys.executable).anchor,
            start_new_session=True,  # Ctrl-C is for the command, which then ends its judge
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._jobs = self._process.stdin
        self._events = self._process.stdout
        self._decode = msgspec.json.Decoder(protocol.Event).decode
        self.hello: protocol.Hello | None = None

    def __enter__(self) -> "Judge":
        return self

    def __exit__(self, problem: object = None, *_: object) -> None:
        """Lets the judge end by itself where all went well: its jails are closed then."""
        if problem is None:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                self._jobs.close()
                self._process.stdin = None  # or communicate would flush it
                self._process.wait(END_SECONDS)
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            # Its jails hold its standard error open, so this waits until they are gone as well.
            self._process.communicate(timeout=END_SECONDS)
        remove(Path(self._scratches.name))
        self._scratches.cleanup()

    def judge(self, tasks: Iterable[protocol.Task]) -> Iterator[protocol.Event]:
        """The events of `tasks`, as they come. Raises GraderError if the judge dies at work."""
        for task in tasks:
            data = msgspec.msgpack.encode(task)
            self._send(len(data).to_bytes(4, "little") + data)
            yield from self._until_done()

    def _send(self, data: bytes) -> None:
        try:
            self._jobs.write(data)
            self._jobs.flush()
        except OSError:
            raise self._died() from None

    def _until_done(self) -> Iterator[protocol.Event]:
        while True:
            line = self._events.readline()
            if not line:
                raise self._died()
            event = self._decode(line)
            if isinstance(event, protocol.Hello):
                self.hello = event
                continue
            yield event
            if isinstance(event, protocol.Done | protocol.Recorded | protocol.Examined | protocol.Fault):
                return

    def _died(self) -> GraderError:
        self._process.kill()
        _, printed = self._process.communicate()
        last = printed.decode("utf-8", "replace").strip().rpartition("\n")[2]
        return GraderError(f"the judge has ended: {last or f'exit status {self._process.returncode}'}")


def environment() -> dict[str, str]:
    """The judge's environment: the same for everybody, whatever is set around the command."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # Hypothesis takes a second to make its tables of Unicode.
    tables = {"HYPOTHESIS_STORAGE_DIRECTORY": str(place / "hypothesis")} if (place := cache()) else {}
    return {**kept, **tables, "PYTHONHASHSEED": "0", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
