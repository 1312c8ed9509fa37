"""A class that is graded by workers of a real scheduler, each a process, of which one is killed in the middle."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
import pytest

from grader import __version__
from grader.cohort import commands
from grader.cohort.engines import dask
from grader.cohort.engines.work import Work
from grader.cohort.engines.worker import Stand, Terms, Tools
from grader.cohort.gradebook import Gradebook
from grader.cohort.room import Room
from grader.cohort.rows import Found, Key
from grader.errors import GraderError, UsageError
from tests.cohort.conftest import NOON
from tests.conftest import ROOT, environment
from tests.processes import children, is_running, soon

pytest.importorskip("distributed")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
SECONDS = 300.0
HERE = ("--host", "127.0.0.1", "--no-dashboard")
ALONE = ("--nthreads", "1", *HERE)
Odd = tuple[tuple[str, ...], Mapping[str, str]]  # options and environment of a worker


class Cluster:
    """A scheduler and workers, each a process of its own, as somebody starts them at a terminal."""

    def __init__(self, folder: Path, scheme: str = "tcp", secured: tuple[str, ...] = ()) -> None:
        self._folder = folder
        self._secured = secured
        self._running: list[subprocess.Popen[bytes]] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"{scheme}://127.0.0.1:{port}"
        self._scheduler = self._start("dask_scheduler", "--protocol", scheme, "--port", str(port), *HERE)

    def workers(self, *odd: Odd | tuple[()]) -> list["subprocess.Popen[bytes]"]:
        """A worker for each, which is as it should be where nothing is said; all are registered."""
        started = []
        for one in odd:
            options, env = one or (ALONE, {})
            started.append(self._start("dask_worker", self.address, "--no-nanny", *options, **env))
        self._until(lambda: self._log().count("Register worker") >= len(started))
        return started

    def without(self, *killed: "subprocess.Popen[bytes]") -> None:
        """Kills these workers, and waits until the scheduler knows."""
        before = self._log().count("Remove worker")
        for one in killed:
            one.kill()
            one.wait()
        self._until(lambda: self._log().count("Remove worker") >= before + len(killed))

    def _start(self, name: str, *options: str, **env: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{name}", *options, *self._secured]
        env = {"DASK_TEMPORARY_DIRECTORY": str(self._folder), **env}
        with open(self._folder / f"{len(self._running)}.log", "wb") as log:
            one = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder, env=environment(**env))
        self._running.append(one)
        return one

    def _log(self) -> str:
        return (self._folder / "0.log").read_text("utf-8")

    def _until(self, there: Callable[[], bool]) -> None:
        for _ in range(int(SECONDS * 10)):
            if there():
                return
            time.sleep(0.1)
        raise AssertionError("\n".join(one.read_text("utf-8") for one in self._folder.glob("*.log")))

    def close(self) -> None:
        for one in reversed(self._running):
            one.terminate()
        for one in reversed(self._running):
            try:
                one.wait(10)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    one = Cluster(tmp_path / "cluster")
    try:
        yield one
    finally:
        one.close()


def attempt(number: int) -> bytes:
    """One of many, of which each third is wrong."""
    wrong = "" if score(number) == "4" else " + 1"
    return f"def double(n):\n    return n + n{wrong}  # {number}\n".encode()


def score(number: int) -> str:
    return "4" if number % 3 else "0"


def hand_in(here: Room, number: int) -> None:
    with Gradebook(here.gradebook) as book:
        book.add_students([f"s-{one}" for one in range(number)], NOON)
        for one in range(number):
            book.take(f"s-{one}", "u", NOON, "c1", [Found("tiny", attempt(one))])


def descendants(pid: int) -> list[int]:
    found = children(pid)
    return [*found, *(one for child in found for one in descendants(child))]


def judged(here: Room) -> int:
    with Gradebook(here.gradebook) as book:
        return len(book.judgements())


def begin(here: Room, address: str, **env: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "grader", "cohort", "grade", "--dask", address]
    env = environment(**env)
    return subprocess.Popen(
        command, cwd=here.folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def grade(here: Room, address: str, **env: str) -> tuple[int, str, list[str]]:
    """How the command ended, what it printed, and its other lines."""
    with begin(here, address, **env) as command:
        try:
            out, err = command.communicate(timeout=SECONDS)
        finally:
            command.kill()
    return command.returncode, out, lines(err)


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if "judged, about" not in line]  # of a slow machine


@linux
def test_a_worker_that_is_killed_in_the_middle_costs_nothing(here: Room, cluster: Cluster) -> None:
    number = 80
    hand_in(here, number)
    killed, lasting = cluster.workers((), ())
    with begin(here, cluster.address) as command:
        try:
            while not judged(here):
                assert command.poll() is None, command.communicate()
                time.sleep(0.02)
            judges = descendants(killed.pid)
            cluster.without(killed)
            then = judged(here)
            out, err = command.communicate(timeout=SECONDS)
        finally:
            command.kill()

    assert (command.returncode, lines(err)) == (0, []), out
    assert out == f"{number} attempts judged in grading 1; 0 left.\n"
    assert 0 < then < number
    with Gradebook(here.gradebook) as book:
        assert book.faults() == {}
        scores = {key.attempt: one.score for key, one in book.judgements().items()}
        assert len(book.judgements()) == number
        assert [scores[one.attempt] for one in book.submissions()] == [score(one) for one in range(number)]
    assert judges, "it was at work"
    assert soon(lambda: not any(map(is_running, judges)), SECONDS), "a judge ends with its worker"
    assert soon(lambda: not any(map(is_running, descendants(lasting.pid))), SECONDS), "and with the run"


@linux
def test_a_worker_that_differs_is_named_before_anything_is_judged(here: Room, cluster: Cluster, tmp_path: Path) -> None:
    hand_in(here, 1)
    shutil.copytree(ROOT / "grader", tmp_path / "other" / "grader", ignore=shutil.ignore_patterns("__pycache__"))
    package = tmp_path / "other" / "grader" / "__init__.py"
    package.write_text(package.read_text("utf-8").replace(__version__, "0.0.9"), "utf-8")
    odd: dict[str, Odd] = {
        f"has grader 0.0.9 and not {__version__}": (ALONE, {"PYTHONPATH": str(tmp_path / "other")}),
        "isolates ": (ALONE, {"GRADER_WITHOUT": "landlock,seccomp,rlimits"}),
    }
    running = dict(zip(odd, cluster.workers(*odd.values(), ()), strict=False))
    while running:
        status, out, err = grade(here, cluster.address)
        assert (status, out, len(err)) == (2, "", 1), err
        assert re.fullmatch(r"grader: worker tcp://127.0.0.1:\d+ .*; nothing was judged", err[0])
        assert judged(here) == 0
        (what,) = [one for one in running if one in err[0]]
        cluster.without(running.pop(what))
    assert grade(here, cluster.address) == (0, "1 attempt judged in grading 1; 0 left.\n", [])


def test_what_a_worker_says_of_itself_is_looked_at() -> None:
    tools = Tools("1.0", "d" * 64, "3.11", "6.150.0")
    terms = Terms("run", None, ("tiny",), tools)
    good = Stand(tools, "partial", listens="tls://0.0.0.0:1")

    def problem(stand: Stand, threads: int = 1, isolation: str = "any") -> object:
        return dask._problem(terms, msgspec.msgpack.encode(stand), threads, isolation)

    def changed(**tool: str) -> Stand:
        return msgspec.structs.replace(good, tools=msgspec.structs.replace(tools, **tool))

    assert problem(good) == good
    assert problem(msgspec.structs.replace(good, listens="tcp://127.0.0.1:1"), 1, "partial") != ""
    assert "is open to everybody" in str(problem(msgspec.structs.replace(good, listens="tcp://0.0.0.0:1")))
    assert "--nthreads 1 --nworkers 8" in str(problem(good, 8))
    assert problem(good, 1, "sealed") == "isolates partial, and sealed is required"
    assert problem(changed(digest="e" * 64)) == f"has the state {'e' * 12} of the class's topics and not {'d' * 12}"
    assert "draw other examples from the seed, and not 3.11" in str(problem(changed(python="3.12")))
    assert "draw other examples from the seed, and not 6.150.0" in str(problem(changed(hypothesis="6.160.0")))
    assert problem(Stand(problem="/x is no catalog", listens="tcp://[::1]:1")) == "can't judge: /x is no catalog"
    assert "No module named 'grader'" in str(dask._problem(terms, ImportError("No module named 'grader'"), 1, "any"))


@pytest.mark.skipif(not shutil.which("openssl"), reason="makes a certificate")
def test_what_is_not_this_machine_speaks_tls(here: Room, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=class -keyout {key} -out {certificate}"
    subprocess.run(command.split(), check=True, capture_output=True)
    hand_in(here, 2)
    (tmp_path / "cluster").mkdir()
    secured = ("--tls-ca-file", str(certificate), "--tls-cert", str(certificate), "--tls-key", str(key))
    known = {
        "DASK_DISTRIBUTED__COMM__TLS__CA_FILE": str(certificate),
        "DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT": str(certificate),
        "DASK_DISTRIBUTED__COMM__TLS__CLIENT__KEY": str(key),
    }
    cluster = Cluster(tmp_path / "cluster", "tls", secured)
    try:
        cluster.workers((("--nthreads", "1", "--no-dashboard"), {}))  # open to all who have the key
        status, out, err = grade(here, cluster.address)
        assert (status, out, len(err)) == (2, "", 1)
        assert "needs certificates" in err[0]
        assert grade(here, cluster.address, **known) == (0, "2 attempts judged in grading 1; 0 left.\n", [])
        assert judged(here) == 2
    finally:
        cluster.close()


@pytest.mark.parametrize("text", ["127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:8786", "tls://10.0.0.1:8786"])
def test_this_machine_and_tls_are_trusted(text: str) -> None:
    assert dask.address(text) in (text, f"tcp://{text}")


@pytest.mark.parametrize("text", ["10.0.0.1:8786", "tcp://class.example:8786", "tcp://0.0.0.0:8786", "tcp://[::]:8786"])
def test_nobody_else_is(text: str) -> None:
    with pytest.raises(UsageError, match="open to everybody who reaches it: use tls://"):
        dask.address(text)


@pytest.mark.parametrize("text", ["", "8786", "http://127.0.0.1:8786", "127.0.0.1", "inproc://x", "tcp://a/b:1"])
def test_what_is_no_address_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="is no scheduler's address"):
        dask.address(text)


def test_nobody_there_is_one_line(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(here, 1)
    monkeypatch.chdir(here.folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(GraderError, match=r"no scheduler answers at tcp://127.0.0.1:\d+ \(Connection refused\)"):
            commands.grade([], [], None, False, None, None, None, f"127.0.0.1:{free.getsockname()[1]}")
    with pytest.raises(UsageError, match="name one of them"):
        commands.grade([], [], 2, False, None, None, None, "127.0.0.1:1")


@pytest.mark.parametrize(("number", "workers", "size"), [(1, 2, 1), (100, 2, 20), (320, 2, 40), (9000, 8, 50)])
def test_batches_are_neither_small_nor_large(number: int, workers: int, size: int) -> None:
    works = [Work(Key("tiny", str(one), "", 0, "", ""), b"") for one in range(number)]
    found = list(dask.batches(works, workers))
    assert [one for batch in found for one in batch] == works
    assert {len(batch) for batch in found[:-1]} <= {size}
    assert len(found[-1]) <= size


def test_long_attempts_make_small_batches() -> None:
    works = [Work(Key("tiny", str(one), "", 0, "", ""), b"x" * (1 << 20)) for one in range(10)]
    assert [len(batch) for batch in dask.batches(works, 1)] == [4, 4, 2]


def test_only_who_asks_for_it_pays_for_it() -> None:
    program = "import sys, grader.cli.cohort, grader.cohort.commands; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
