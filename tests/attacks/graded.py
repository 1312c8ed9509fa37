"""The grader against the catalogue: one warm judge, and what is left behind when it is done."""

import ctypes
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from grader.errors import GraderError
from grader.judge.client import Judge
from grader.judge.protocol import Done, Fault, Job
from grader.verdicts import AttemptResult
from tests.attacks.catalogue import ROOT, Attack, Told

_PR_SET_CHILD_SUBREAPER = 36
LONGEST = 45.0  # seconds that the judge may spend on one attack, on a machine that has nothing else to do
MOST_EVIDENCE = 20_000  # characters that one test may hold against an attempt, its output aside


@dataclass(frozen=True)
class Outcome:
    """How an attack ended."""

    score: Fraction
    harm: tuple[str, ...]
    seconds: float
    result: AttemptResult | None = None

    @property
    def passed(self) -> frozenset[str]:
        """The tests that earned their points."""
        return (
            frozenset(test.id for test in self.result.tests if test.verdict == "passed") if self.result else frozenset()
        )

    def has(self, word: str) -> bool:
        """Whether it ended with the verdict that `word` names."""
        if self.result is None:
            return False
        if word == "message":
            return self.result.message is not None and {test.verdict for test in self.result.tests} == {"not_run"}
        return word in ("", "harmless") or word in {test.verdict for test in self.result.tests}


@dataclass
class Grader:
    """A warm judge, in surroundings that are looked over at the end."""

    place: Path
    judge: Judge = field(init=False)
    judges: int = 0
    alive: bool = False
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.name = f"attack-{os.getpid()}"
        self.temporary = self._folder("temporary")
        self.canary = self._folder("canary")
        self.neighbour = self._folder("class") / "neighbour.py"
        self.neighbour.write_bytes((ROOT / "solutions" / "decorators.py").read_bytes())
        self._known: dict[tuple[Path, str], frozenset[str]] = {}
        self._start()

    def _folder(self, name: str) -> Path:
        folder = self.place / name
        folder.mkdir()
        folder.chmod(0o777)
        return folder

    def _start(self) -> None:
        before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = str(self.temporary)
        os.environ["SECRET_TOKEN"] = "secret"
        tempfile.tempdir = None
        try:
            self.judge = Judge()
        finally:
            os.environ.pop("TMPDIR")
            if before is not None:
                os.environ["TMPDIR"] = before
            del os.environ["SECRET_TOKEN"]
            tempfile.tempdir = None
        self.judges += 1
        self.alive = True

    @property
    def pid(self) -> int:
        return self.judge._process.pid

    def run(self, attack: Attack) -> Outcome:
        told = Told(attack.folder.parent, self.pid, self.neighbour, self.canary, self.name)
        return self.judged(attack.folder, told.to(attack.source))

    def undeserved(self, attack: Attack, outcome: Outcome) -> str:
        """What the attack got that its attempt did not earn; empty if nothing."""
        return attack.undeserved(outcome.passed, lambda attempt: self._passed(attack.folder, attempt))

    def _passed(self, folder: Path, attempt: str) -> frozenset[str]:
        if (folder, attempt) not in self._known:
            self._known[folder, attempt] = self.judged(folder, attempt.encode()).passed
        return self._known[folder, attempt]

    def honest(self, folder: Path) -> Outcome:
        """The reference solution, which has to have full points at any time."""
        module = folder.name.replace("-", "_")
        return self.judged(folder, (ROOT / "solutions" / f"{module}.py").read_bytes())

    def judged(self, folder: Path, source: bytes) -> Outcome:
        started = time.monotonic()
        result, harm = None, []
        try:
            for event in self.judge.judge([Job(str(folder), "attack", source, call_seconds=0.5)]):
                if isinstance(event, Done):
                    result = event.result
                if isinstance(event, Fault):
                    harm.append(f"the grader was blamed: {event.message}")
        except GraderError as error:
            harm.append(str(error))
            self.close()
            harm += [f"the command failed: {problem}" for problem in self.problems]
            self._start()
        seconds = time.monotonic() - started
        if seconds > LONGEST * _busy():
            harm.append(f"it took {seconds:.0f} s")
        harm += [f"{path.name} in the canary's folder" for path in self.canary.iterdir()]
        if result is None:
            return Outcome(Fraction(0), tuple(harm), seconds)
        return Outcome(result.score, (*harm, *_harm(result)), seconds, result)

    def close(self) -> None:
        """Ends the judge, as a command does; what goes wrong is kept in `problems`."""
        self.problems = []
        self.alive = False
        try:
            self.judge.__exit__()
        except Exception as error:
            self.problems.append(repr(error))
            subprocess.run(["rm", "-rf", self.judge._process._scratches.name])

    def left_behind(self) -> list[str]:
        """What is there after the judge has gone, and was not there before it came."""
        found = [str(path) for path in (*self.temporary.iterdir(), *self.canary.iterdir())]
        for folder in ("/dev/shm", "/tmp", "/var/tmp"):
            found += [str(path) for path in Path(folder).glob(f"*{self.name}*")]
        sockets = Path("/proc/net/unix")
        if sockets.exists() and self.name in sockets.read_text():
            found.append("a socket")
        return found + [f"process {pid}" for pid in _children()]


def _busy() -> float:
    """How many processes there are for each processor, 1 at least: so many times as long takes what needs one."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def _harm(result: AttemptResult) -> Iterator[str]:
    seen: set[str] = set()
    if len(result.message or "") > MOST_EVIDENCE:
        yield f"a message of {len(result.message or ''):,} characters"
    for test in result.tests:
        for line in test.output.splitlines():
            if line.startswith("HARMED") and line not in seen:
                seen.add(line)
                yield line
        if len(repr(test.evidence)) > MOST_EVIDENCE:
            yield f"evidence of {len(repr(test.evidence)):,} characters"
            return


def _children() -> list[int]:
    """The living processes that descend from this one, and have lost their parents."""
    deadline = time.monotonic() + 2
    while True:
        left = []
        for pid in _listed():
            try:
                done, _ = os.waitpid(pid, os.WNOHANG)
            except ChildProcessError:
                continue
            if not done:
                left.append(pid)
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.05)


def _listed() -> list[int]:
    found = []
    for listing in Path("/proc/self/task").glob("*/children"):
        try:
            found += [int(pid) for pid in listing.read_text().split()]
        except OSError:
            continue
    return found


@contextmanager
def adopting() -> Iterator[set[int]]:
    """This process inherits what its descendants leave behind, so that it can be seen."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield set(_listed())
    finally:
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
