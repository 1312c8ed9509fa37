"""How well an attempt is isolated: observed by a canary, never asserted."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import Budgets
from grader.errors import GraderError
from grader.jail import wire
from grader.jail.child import UNCONFINED
from grader.jail.confine import ConfinementError, Gap, Policy, canary, macos, prepare
from grader.jail.settings import Settings, plan
from grader.judge.keeper import isolation as isolations
from grader.judge.keeper import outer
from grader.judge.keeper import servers as jails
from grader.judge.keeper.channel import Gone, Late, Output
from grader.judge.keeper.child import Child, Stopped
from grader.judge.keeper.handles import JailError
from grader.judge.keeper.isolation import Canary, in_words, must_reach
from grader.judge.keeper.jails import children_of
from grader.judge.keeper.outer import Outer, around
from grader.levels import LEVELS, Level
from grader.verdicts import Isolation, Missing

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

OURS = Settings(64, 2, 32, 3, [], {}, [])
CLOSED = dict.fromkeys(canary.PROBES, "EPERM")


@pytest.fixture
def scratches() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o711)  # a child may be another user
        yield Path(folder)


def observed(scratches: Path, *requires: str) -> Isolation:
    """What a canary in a real jail sees."""
    with contextlib.closing(jails.start_bare(requires, Budgets(), children_of(scratches))) as one:
        return Canary(one, requires, Budgets().memory_mb, scratches).isolation()


# --- in real jails ---


@linux
@pytest.mark.parametrize("mode", ["fork", "spawn"])
@pytest.mark.parametrize("requires", [(), ("files",), ("threads",), ("processes", "files")], ids="+".join)
def test_a_jail_is_sealed(
    monkeypatch: pytest.MonkeyPatch, scratches: Path, mode: str, requires: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GRADER_JAIL", mode)

    found = observed(scratches, *requires)

    assert (found.level, found.open) == ("sealed", ())
    assert [layer.partition("(")[0] for layer in found.layers[-3:]] == ["landlock", "rlimits", "seccomp"]
    assert found.platform.startswith("linux-")


@linux
@pytest.mark.parametrize("told", [True, False])
def test_how_time_is_charged_is_named_where_nobody_tells_what_a_process_waits(
    monkeypatch: pytest.MonkeyPatch, scratches: Path, told: bool
) -> None:
    monkeypatch.setattr(isolations, "TOLD", told)
    found = observed(scratches)

    # Where Python is private, root's child keeps a capability, which is named as well.
    assert [gap.layer for gap in found.missing if gap.layer != "capabilities"] == ([] if told else ["clock"])
    assert found.level == "sealed"


@linux
def test_a_canary_leaves_nothing(scratches: Path) -> None:
    observed(scratches, "files")

    assert [path for path in scratches.rglob("*") if path != scratches / "children"] == []


@linux
@pytest.mark.parametrize(
    ("without", "level", "seen"),
    [
        ("rlimits", "partial", "memory"),
        ("seccomp", "split-only", "udp"),
        ("landlock", "split-only", "write_outside"),
        ("landlock, rlimits,seccomp", "split-only", "tcp"),
    ],
)
@pytest.mark.parametrize("mode", ["fork", "spawn"])
def test_a_layer_that_is_left_out_is_seen_and_named(
    monkeypatch: pytest.MonkeyPatch, scratches: Path, mode: str, without: str, level: Level, seen: str
) -> None:
    monkeypatch.setenv("GRADER_WITHOUT", without)
    monkeypatch.setenv("GRADER_JAIL", mode)

    found = observed(scratches)

    assert found.level == level
    assert seen in found.open
    # A root with a private Python lacks this, too.
    missing = [gap for gap in found.missing if gap.layer != "capabilities"]
    assert [gap.layer for gap in missing] == sorted(word.strip() for word in without.split(","))
    assert all("GRADER_WITHOUT" in gap.why for gap in missing)
    assert not {layer.partition("(")[0] for layer in found.layers} & {gap.layer for gap in missing}


def test_a_word_that_means_nothing_is_refused(monkeypatch: pytest.MonkeyPatch, scratches: Path) -> None:
    monkeypatch.setenv("GRADER_WITHOUT", "everything")

    with pytest.raises(JailError, match="GRADER_WITHOUT knows landlock, rlimits, seccomp, not everything"):
        observed(scratches)


@linux
def test_without_nothing_the_plan_is_the_whole_one() -> None:
    policy = Policy(64, 2, 32, 3, frozenset(), ())

    assert plan(OURS).layers == prepare(policy).layers
    assert plan(OURS).missing == prepare(policy).missing


@linux
def test_an_attempt_that_reports_like_a_canary_has_crashed(scratches: Path) -> None:
    source = (
        "import sys\n"
        "frame = sys._getframe()\n"
        "while 'pipe' not in frame.f_locals:\n"
        "    frame = frame.f_back\n"
        "wire = frame.f_globals['wire']\n"
        "frame.f_locals['pipe'].send(wire.Probed({}, [], []))\n"
    )
    load = wire.Load("attempt", source.encode(), b"", None)

    with (
        contextlib.closing(jails.start_bare((), Budgets(), scratches)) as one,
        pytest.raises(Stopped) as stopped,
    ):
        Child(one.open(), load, Budgets()).ready()

    assert (stopped.value.verdict, stopped.value.reason) == ("crashed", "it answered something that was not asked")


# --- a canary that does not report ---


class Silent:
    """A jail whose children answer, or end, as they are told."""

    outer = Outer()
    scratch = None

    def __init__(self, answer: Exception | bytes, status: int = -9, printed: bytes = b"") -> None:
        self.answer = answer
        self.status = status
        self.output = Output(1024)
        self.output.add(printed)
        self.ended = 0

    @property
    def channel(self) -> "Silent":
        return self

    def open(self) -> Any:
        return self

    def send(self, *messages: wire.Frame) -> None:
        pass

    def receive(self, deadline: float) -> bytes:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def end(self, grace: float) -> int:
        self.ended += 1
        return self.status

    def pending(self) -> bool:
        return False

    def close(self) -> None:
        pass


def body(message: wire.Frame) -> bytes:
    return wire.frame(message)[wire.HEADER :]


@pytest.mark.parametrize(
    "answer", [Gone(), Late(), b"\xc1", body(wire.Ready([]))], ids=["gone", "late", "garbage", "something else"]
)
def test_a_canary_that_does_not_report_counts_as_everything_open(scratches: Path, answer: Exception | bytes) -> None:
    jail = Silent(answer)

    found = Canary(jail, ("threads",), 512, scratches).isolation()

    assert found.level == "split-only"
    assert set(canary.PROBES) - set(found.open) == {"stat_hidden", "stat_closed", "thread"}
    assert [gap.layer for gap in found.missing] == ["canary"]
    assert in_words(found) == "nothing is known, for the canary did not report"
    assert jail.ended == 1
    assert list(scratches.iterdir()) == []


def test_a_child_that_cannot_be_confined_is_the_machines_fault(scratches: Path) -> None:
    jail = Silent(Gone(), status=UNCONFINED, printed=b"landlock: no\n")

    with pytest.raises(JailError, match="a child can't confine itself: landlock: no"):
        Canary(jail, (), 512, scratches).isolation()

    assert list(scratches.iterdir()) == []


def test_targets_that_cannot_be_made_are_the_machines_fault(scratches: Path) -> None:
    with pytest.raises(JailError, match=r"can't be made: .*No such file"):
        Canary(Silent(Gone()), (), 512, scratches / "none")


def test_a_report_is_judged_by_what_was_observed(scratches: Path) -> None:
    """The layers may say what they like."""
    report = wire.Probed({**CLOSED, "udp": "OPEN"}, ["landlock(abi 7)", "seccomp(246)"], [("a", "b", "c")])
    jail = Silent(body(report))
    jail.outer = Outer(layers=("sandbox-exec",), missing=(Gap("x", "y", "z"),))

    found = Canary(jail, (), 512, scratches).isolation()

    assert (found.level, found.open) == ("split-only", ("udp",))
    assert found.layers == ("sandbox-exec", "landlock(abi 7)", "seccomp(246)")
    assert found.missing == (Missing("x", "y", "z"), Missing("a", "b", "c"))


def test_a_platform_without_any_of_it_reports_what_is_absent(scratches: Path) -> None:
    """On Windows most of the probes find nothing to try; files and the network they do find."""
    absent = dict.fromkeys(canary.PROBES, canary.ABSENT)
    report = wire.Probed({**absent, "read_hidden": "OPEN", "tcp": "OPEN"}, [], [])

    found = Canary(Silent(body(report)), (), 512, scratches).isolation()

    assert (found.level, found.open) == ("split-only", ("read_hidden", "tcp"))


# --- the level that is required ---


def isolation(level: Level, *names: str) -> Isolation:
    return Isolation(level, "linux-6.1 x86_64", (), names, (Missing("rlimits", "why", "mend it so"),), ())


@pytest.mark.parametrize("wanted", LEVELS)
@pytest.mark.parametrize("level", LEVELS)
def test_below_the_required_level_nothing_is_graded(level: Level, wanted: Level) -> None:
    allowed = LEVELS.index(level) <= LEVELS.index(wanted)

    with contextlib.nullcontext() if allowed else pytest.raises(GraderError, match=f"{wanted} is required") as caught:
        must_reach(isolation(level, "memory"), wanted)

    if not allowed:
        assert "mend it so" in str(caught.value)
        assert "memory is not limited here" in str(caught.value)
        assert "\n" not in str(caught.value)


def test_without_a_required_level_any_will_do() -> None:
    must_reach(isolation("split-only", *canary.PROBES), None)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("memory", "queued_signals"), "memory is not limited here"),
        (("queued_signals",), "queued signals are not limited here"),
        (("udp", "tcp"), "the network is open here"),
        (("read_hidden",), "files are open here"),
        (("read_hidden", "tcp", "fork"), "files and more are open here"),
        (("bpf", "memory"), "rare system calls and more are open here"),
    ],
)
def test_what_is_open_is_said_in_words(names: tuple[str, ...], words: str) -> None:
    assert in_words(isolation("partial", *names)) == words


# --- what a platform puts around the jail ---


def test_linux_needs_nothing_around_the_jail() -> None:
    assert around(OURS, ["python"], [], None, "linux") == Outer()


def test_macos_starts_the_jail_under_sandbox_exec(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[Any] = []

    def prefix(policy: Policy, scratch: str | None, listed: Any) -> list[str]:
        asked.append((policy, scratch, list(listed)))
        return ["/usr/bin/sandbox-exec", "-p", macos.profile(policy, scratch, listed)]

    tried: list[list[str]] = []
    monkeypatch.setattr(macos, "command_prefix", prefix)
    monkeypatch.setattr(outer, "_starts", lambda command, paths: not tried.append(command))

    found = around(OURS, ["python", "-s"], ["/lib/site-packages"], tmp_path, "darwin")

    ((policy, scratch, listed),) = asked
    assert found.prefix[:2] == ("/usr/bin/sandbox-exec", "-p")
    assert found.layers == ("sandbox-exec",)
    assert tried == [[*found.prefix, "python", "-s"]]
    assert any(path.endswith("grader/jail") for path in policy.readable)
    assert not any(path.endswith("grader/judge") for path in policy.readable)
    assert scratch == str(tmp_path)
    assert "/lib/site-packages" in listed
    assert f'(allow file-read-data (literal "{os.path.realpath("/lib/site-packages")}"))' in found.prefix[2]


@pytest.mark.parametrize("prefix", [[], ["/usr/bin/sandbox-exec"]], ids=["is missing", "does not work"])
def test_macos_without_sandbox_exec_says_so(monkeypatch: pytest.MonkeyPatch, prefix: list[str]) -> None:
    monkeypatch.setattr(macos, "command_prefix", lambda *_: prefix)

    found = around(OURS, ["/nonexistent/python"], [], None, "darwin")

    assert (found.prefix, found.layers) == ((), ())
    assert [gap.layer for gap in found.missing] == ["sandbox-exec"]


def test_the_prefix_goes_before_the_jails_command_line(monkeypatch: pytest.MonkeyPatch, scratches: Path) -> None:
    """`env` stands in for sandbox-exec: it runs what follows it."""
    monkeypatch.setattr(
        "grader.judge.keeper.servers.around", lambda *_: Outer(prefix=("/usr/bin/env",), layers=("around",))
    )

    for mode in ("fork", "spawn"):
        monkeypatch.setenv("GRADER_JAIL", mode)
        assert observed(scratches).layers[0] == "around"


def process() -> Any:
    started = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    started._handle = 77  # type: ignore[attr-defined]  # as Windows has it
    return started


def test_windows_holds_a_process_in_a_job() -> None:
    found = around(OURS, ["python"], [], None, "win32")
    one = process()

    assert found.layers == ("job object",)
    assert found.job is not None
    assert found.job.memory_mb == 64
    assert found.hold(one, lambda handle, policy: handle + policy.memory_mb) == 77 + 64
    one.communicate()


def test_windows_kills_a_process_that_no_job_holds() -> None:
    def refuse(handle: int, policy: Policy) -> int:
        raise ConfinementError("no job")

    one = process()

    with pytest.raises(ConfinementError):
        around(OURS, ["python"], [], None, "win32").hold(one, refuse)

    one.communicate()
    assert one.returncode != 0


def test_elsewhere_there_is_no_job() -> None:
    one = process()

    assert Outer().hold(one) is None
    one.communicate()


# --- cost ---


@linux
def test_a_canary_costs_little(monkeypatch: pytest.MonkeyPatch, scratches: Path) -> None:
    monkeypatch.setenv("GRADER_JAIL", "fork")

    def seconds() -> float:
        started = time.perf_counter()
        Canary(one, (), 512, scratches).isolation()
        return time.perf_counter() - started

    with contextlib.closing(jails.start_bare((), Budgets(), scratches)) as one:
        best = min(seconds() for _ in range(10))
    print(f"a canary: {best * 1000:.1f} ms")
    assert best < 0.05
    assert isolations.REPORT_SECONDS > 1
