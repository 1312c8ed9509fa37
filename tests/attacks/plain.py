"""The catalogue against plain pytest, which imports the attempt into the process of its tests.

Every run is a process of an ordinary user, in a throwaway folder, with limits and a deadline. What would do harm there
does the least that shows it, as everywhere in the catalogue.
"""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.catalogue import EVERYTHING, ROOT, Attack, Told

NOBODY = 65534
SECONDS = 20
_MEMORY = 3 << 30
_FILE = 8 << 20


@dataclass(frozen=True)
class Outcome:
    """How plain pytest came out of an attack. A run that ends with status 0 stands for full points."""

    passed: frozenset[str]
    harm: tuple[str, ...]


class PlainPytest:
    """Plain pytest, at the exercises of the catalog."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.name = f"attack-plain-{os.getpid()}"
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def undeserved(self, attack: Attack, outcome: Outcome) -> str:
        """What the attack got that its attempt did not earn; empty if nothing."""
        return attack.undeserved(outcome.passed, lambda attempt: self._passed(attack, attempt))

    def _passed(self, attack: Attack, attempt: str) -> frozenset[str]:
        key = (attack.exercise, attempt)
        if key not in self._known:
            self._known[key] = self._run(attack, attempt).passed
        return self._known[key]

    def run(self, attack: Attack) -> Outcome:
        return self._run(attack, attack.source)

    def _run(self, attack: Attack, source: str) -> Outcome:
        with self._folder(attack) as folder:
            canary = folder / "canary"
            canary.mkdir()
            canary.chmod(0o777)
            victim = subprocess.Popen([*_ordinary(), "sleep", "60"])
            try:
                neighbour = folder / "neighbour.py"
                shutil.copy(ROOT / "solutions" / "decorators.py", neighbour)
                told = Told(folder, victim.pid, neighbour, canary, self.name)
                here = folder / attack.exercise
                (here / f"{_module(attack)}.py").write_bytes(told.to(source))
                outcome = _pytest(here, _module(attack))
                left = [f"{path.name} in the canary's folder" for path in canary.iterdir()]
                return Outcome(outcome.passed, (*outcome.harm, *left))
            finally:
                victim.kill()
                victim.wait()
                for path in ("/dev/shm", "/tmp", "/var/tmp", "/run"):
                    for file in Path(path).glob(f"*{self.name}*"):
                        file.unlink(missing_ok=True)

    @contextmanager
    def _folder(self, attack: Attack) -> Iterator[Path]:
        """A folder that holds what a plain grader has: the suite, the reference, the attempt."""
        folder = Path(tempfile.mkdtemp(dir=self.place))
        try:
            inside = folder / "catalog"
            here = inside / attack.exercise
            here.mkdir(parents=True)
            for path in (attack.folder / "scenarios.py", attack.folder / f"test_{_module(attack)}.py"):
                shutil.copy(path, here)
            shutil.copy(Path(__file__).parent / "plain_conftest.py", here / "conftest.py")
            (folder / "solutions").mkdir()
            shutil.copy(ROOT / "solutions" / f"{_module(attack)}.py", folder / "solutions")
            for path in (folder, *folder.rglob("*")):
                if os.geteuid() == 0:
                    os.chown(path, NOBODY, NOBODY)
            yield inside
        finally:
            subprocess.run(["chmod", "-R", "u+rwx", str(folder)], stderr=subprocess.DEVNULL)
            subprocess.run(["rm", "-rf", str(folder)], stderr=subprocess.DEVNULL)


def _module(attack: Attack) -> str:
    return attack.exercise.replace("-", "_")


def _ordinary() -> list[str]:
    """What a command begins with so that an ordinary user runs it.

    Root steps down first, and keeps but the right to read, for its Python may lie where nobody else can read it.
    """
    if os.geteuid() != 0:
        return []
    caps = "-all,+dac_read_search"
    sets = [f"--inh-caps={caps}", f"--ambient-caps={caps}", f"--bounding-set={caps}"]
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *sets, "--pdeathsig=KILL"]


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.geteuid() != 0:
        resource.setrlimit(resource.RLIMIT_NPROC, (700, 700))


def _pytest(folder: Path, module: str) -> Outcome:
    log = folder / "log"
    # As a plain grader on a build service has them: a token, and the variable that unfolds all differences.
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "MODULE": module, "SECRET_TOKEN": "x", "CI": "true"}
    with open(log, "w+b") as output:
        process = subprocess.Popen(
            [
                *_ordinary(),
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-s",
                "--tb=no",
                "-p",
                "no:cacheprovider",
                f"test_{module}.py",
            ],
            cwd=folder,
            env={**env, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_limits,
        )
        harm = []
        try:
            status = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            status = -signal.SIGKILL
            harm.append(f"no verdict at all within {SECONDS} s")
        os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
        process.wait()
        output.seek(0)
        text = output.read(20 << 20).decode("utf-8", "replace")
    harm += sorted({line for line in text.splitlines() if line.startswith("HARMED")})
    try:
        report = json.loads((folder / "report.json").read_text())
    except (OSError, ValueError):
        report = None
    if status == 0:
        return Outcome(frozenset({EVERYTHING}), tuple(harm))
    if not isinstance(report, dict) or not isinstance(report.get("passed"), list):
        if not harm:
            harm.append(f"no verdict at all: pytest ended with status {status}")
        return Outcome(frozenset(), tuple(harm))
    return Outcome(frozenset(map(str, report["passed"])), tuple(harm))
