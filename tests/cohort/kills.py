"""A class that is graded while somebody kills what works for it, at moments and in an order that a seed decides."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from grader.cohort.gradebook import Gradebook
from tests.conftest import environment
from tests.processes import children

ROLES = {"parent": 1, "judge": 2, "server": 3, "child": 4}  # how often each is meant
LONGEST_WAIT = 0.5  # seconds between two kills
LOOK_SECONDS = 0.003  # between two looks at who is there
GONE_SECONDS = 30.0  # for what a killed process has started
GRADE_SECONDS = 300.0
MOST_RUNS = 5  # of the command, until all is judged
INSTANTS = ("duration_s", "used_s", "cpu_s")


@dataclass
class Disturbed:
    """A class in a folder of its own, with a cache of its own."""

    folder: Path
    killed: Counter[str] = field(default_factory=Counter)
    story: list[str] = field(default_factory=list)
    _running: Any = None  # a Popen
    _seen: set[tuple[int, str]] = field(default_factory=set)

    @classmethod
    def copy(cls, source: Path, folder: Path) -> "Disturbed":
        shutil.copytree(source, folder)
        return cls(folder)

    def disturb(self, chance: random.Random, kills: int) -> None:
        """Kills up to so many processes, and begins again where that has ended the command, until all is judged."""
        try:
            while self.killed.total() < kills and self._begin():
                (role,) = chance.choices(list(ROLES), list(ROLES.values()))
                self._wait_for(role)
                time.sleep(chance.uniform(0, LONGEST_WAIT))  # or it would be the first one each time
                if (there := self._wait_for(role)) and _kill(chance.choice(there)):
                    self.killed[role] += 1
                    self.story.append(role)
            if self._at_work:
                self._running.wait(GRADE_SECONDS)
        finally:
            self._end()

    def _wait_for(self, role: str) -> list[int]:
        """Those of a role that are at work, as soon as there are any; none where the command has ended."""
        while self._at_work and not (there := self._there()[role]):
            time.sleep(LOOK_SECONDS)
        return there if self._at_work else []

    def finish(self) -> None:
        """Grades until all is judged."""
        for _ in range(MOST_RUNS):
            try:
                if not self._begin():
                    return
                self._running.wait(GRADE_SECONDS)
            finally:
                self._end()
        raise AssertionError((self.story, self._log.read_text("utf-8")))

    def judged(self) -> dict[tuple[str, ...], Any]:
        """What the gradebook has in the end, without the moments at which it came, and how long it took."""
        path = self.folder / "cs101" / "gradebook.db"
        with Gradebook(path) as book:
            assert book.faults() == {}
        opened = sqlite3.connect(path)
        try:
            assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            rows = opened.execute(
                "SELECT topic, attempt, suite, seed, grader, isolation, score, points, level, result FROM judgement"
            ).fetchall()
        finally:
            opened.close()
        return {row[:6]: [*row[6:9], _result(row[9])] for row in rows}

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    @property
    def _at_work(self) -> bool:
        return self._running is not None and self._running.poll() is None

    def _begin(self) -> bool:
        """Has the command run, if it does not; False where it has judged everything."""
        if self._at_work:
            return True
        if self._running is not None and self._running.returncode == 0:
            return False
        self._end()
        env = environment(XDG_CACHE_HOME=str(self.folder / "cache"))
        command = [sys.executable, "-m", "grader", "cohort", "grade", "--jobs", "2"]
        with open(self._log, "ab") as log:
            self._running = subprocess.Popen(command, cwd=self.folder / "cs101", env=env, stdout=log, stderr=log)
        return True

    def _end(self) -> None:
        """The command is gone, and so is all that it had started."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
        until = time.monotonic() + GONE_SECONDS
        while left := {one for one in self._seen if _stamp(one[0]) == one[1]}:
            assert time.monotonic() < until, (self.story, [_command(pid) for pid, _ in left])
            time.sleep(0.02)
        self._seen.clear()

    def _there(self) -> dict[str, list[int]]:
        """Who is at work now, by what they are."""
        found: dict[str, list[int]] = {role: [] for role in ROLES}
        waiting = [(self._running.pid, "parent")] if self._at_work else []
        while waiting:
            pid, role = waiting.pop()
            found[role].append(pid)
            self._seen.update((pid, stamp) for stamp in [_stamp(pid)] if stamp)
            for child in children(pid):
                waiting.append((child, _role(role, _command(child))))
        return found


def differences(found: Any, wanted: Any, where: str = "") -> list[str]:
    """In what two gradebooks differ: each place, with what is there and what should be."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        keys = sorted({*found, *wanted})
        return [one for key in keys for one in differences(found.get(key), wanted.get(key), f"{where}/{key}")]
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        return [
            one
            for place, pair in enumerate(zip(found, wanted, strict=True))
            for one in differences(*pair, f"{where}/{place}")
        ]
    return [] if found == wanted else [f"{where}: {found!r:.300} and not {wanted!r:.300}"]


def _role(parent: str, command: str) -> str:
    if "grader.judge" in command:
        return "judge"
    return "server" if parent == "judge" else "child"


def _result(data: bytes) -> Any:
    result = msgspec.json.decode(zlib.decompress(data))
    for test in result["tests"]:
        for name in INSTANTS:
            test.pop(name, None)
    return result


def _kill(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def _stamp(pid: int) -> str:
    """When a process began, which tells it from a later one of the same number; empty where it is gone."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if words[0] in "ZX" else words[19]
