"""Which layers are chosen where, in what order, at what cost, and what fails closed."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time

import pytest

from grader.jail.confine import ConfinementError, Policy, kernel, macos, prepare, windows
from grader.jail.confine.plan import Facts, Plan
from grader.jail.confine.policy import Layer

from .children import confined, in_child, linux, policy


def names(plan: Plan) -> list[str]:
    """Return the layers without what the machine adds in brackets, and without the user."""
    return [layer.partition("(")[0] for layer in plan.layers if not layer.startswith("user ")]


def gaps(plan: Plan) -> list[str]:
    """Return what is missing, but for the capability that root's child keeps where this Python is private."""
    return [gap.layer for gap in plan.missing if gap.layer != "capabilities"]


@linux
def test_linux_has_all_layers() -> None:
    plan = prepare(policy(), Facts("linux", "x86_64", landlock_abi=7, seccomp=True))

    assert [name for name in names(plan) if name != "no capabilities"] == [
        "own session",
        "no_new_privs",
        "dies with its parent",
        "not dumpable",
        "landlock",
        "rlimits",
        "seccomp",
    ]
    assert gaps(plan) == []


@linux
@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (Facts("linux", "x86_64", landlock_abi=0, seccomp=True), "landlock"),
        (Facts("linux", "x86_64", landlock_abi=1, seccomp=False), "seccomp"),
        (Facts("linux", "riscv64", landlock_abi=1, seccomp=True), "seccomp"),
    ],
)
def test_linux_names_the_layer_that_is_missing(facts: Facts, missing: str) -> None:
    plan = prepare(policy(), facts)

    assert gaps(plan) == [missing]
    assert missing not in names(plan)


@linux
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root becomes another user")
def test_root_without_landlock_reads_a_private_python_and_says_so(folder: str) -> None:
    private = os.path.join(folder, "private")
    os.mkdir(private, 0o700)
    needed = os.path.join(private, "needed.py")
    with open(needed, "w", encoding="utf-8") as file:
        file.write("text")
    machine = os.uname().machine

    plan = prepare(policy(readable=(needed,)), Facts("linux", machine, landlock_abi=0, seccomp=True))

    def read() -> list[object]:
        plan.apply(None)
        with open(needed, encoding="utf-8") as file:
            return [os.getuid(), file.read()]

    assert in_child(read).value == [65534, "text"]
    assert "no Landlock narrows it" in next(gap.why for gap in plan.missing if gap.layer == "capabilities")


@linux
def test_processes_need_the_signal_scope_of_landlock() -> None:
    plan = prepare(policy("processes"), Facts("linux", "x86_64", landlock_abi=5, seccomp=True))

    assert "landlock signal scope" in [gap.layer for gap in plan.missing]


@pytest.mark.parametrize(
    ("platform", "layers", "missing"),
    [
        ("darwin", ["rlimits"], {"memory limit", "dies with its parent", "system call filter"}),
        ("win32", [], {"rlimits", "files", "network", "other processes"}),
    ],
)
def test_other_platforms_report_what_they_lack(platform: str, layers: list[str], missing: set[str]) -> None:
    plan = prepare(policy(), Facts(platform, "arm64", landlock_abi=0, seccomp=False))

    assert list(plan.layers) == layers
    assert {gap.layer for gap in plan.missing} == missing
    assert all(gap.why and gap.mend and "\n" not in gap.why + gap.mend for gap in plan.missing)


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown in requires: sockets"):
        policy("sockets")


def test_a_layer_that_fails_raises() -> None:
    """What was promised is there, or the child doesn't start."""

    def refuse(_: str | None) -> None:
        raise PermissionError(1, "no")

    with pytest.raises(ConfinementError, match=r"landlock: .*no"):
        Plan((Layer("landlock", refuse),), ()).apply(None)


@linux
def test_apply_returns_the_layers_that_were_promised() -> None:
    plan = prepare(policy())

    assert in_child(lambda: plan.apply(None)).value == list(plan.layers)


@linux
def test_a_scratch_folder_that_is_a_link_is_refused(folder: str) -> None:
    link = os.path.join(folder, "link")
    os.symlink("/tmp", link)

    ended = confined(policy("files"), lambda: None, scratch=link)

    assert str(ended.error).startswith("ConfinementError")


@linux
def test_a_child_dies_with_its_parent() -> None:
    read_end, write_end = os.pipe()
    parent = os.fork()
    if parent == 0:
        plan = prepare(policy())
        if os.fork() == 0:
            plan.apply(None)
            os.write(write_end, b"up")
        time.sleep(60)
    os.close(write_end)
    assert os.read(read_end, 2) == b"up"

    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)

    assert os.read(read_end, 1) == b""  # the child's end has closed


@linux
@pytest.mark.parametrize("requires", [(), ("files",)], ids=["nothing", "files"])
def test_a_child_is_confined_in_under_three_milliseconds(requires: tuple[str, ...], scratch: str) -> None:
    """Processor time: on a busy machine the clock says more about the others."""

    def timed(plan: Plan) -> float:
        start = time.process_time()
        plan.apply(scratch if requires else None)
        return (time.process_time() - start) * 1000

    def in_a_server() -> float:
        plan = prepare(policy(*requires))
        return min(float(in_child(lambda: timed(plan)).value) for _ in range(100))

    best = in_child(in_a_server).value
    print(f"confined in {best:.2f} ms")
    assert best < 3


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="only root has something to drop")
def test_root_becomes_nobody() -> None:
    def who() -> list[object]:
        return [os.getresuid(), os.getresgid(), os.getgroups()]

    assert confined(policy(), who).value == [[65534] * 3, [65534] * 3, []]


@linux
def test_own_signals_still_work() -> None:
    def abort() -> None:
        faulthandler.disable()  # pytest's would print a traceback
        os.abort()

    assert confined(policy(), lambda: os.kill(os.getpid(), signal.SIGTERM)).signal == signal.SIGTERM
    assert confined(policy(), abort).signal == signal.SIGABRT


@linux
def test_the_parents_death_signal_cannot_be_taken_back() -> None:
    ended = confined(policy(), lambda: kernel.prctl(kernel.PR_SET_PDEATHSIG, 0))

    assert str(ended.error).startswith("PermissionError")


def test_the_seatbelt_profile_denies_by_default() -> None:
    asked = Policy(512, 4, 64, 5, frozenset({"files"}), ('/opt/a "b"',))

    profile = macos.profile(asked, "/private/tmp/scratch")

    assert profile.startswith("(version 1)\n(deny default)\n")
    assert '(allow file-read* (subpath "/opt/a \\"b\\""))' in profile
    assert '(allow file-read* file-write* (subpath "/private/tmp/scratch"))' in profile
    assert "network" not in profile


def test_the_seatbelt_profile_grants_loopback_alone() -> None:
    profile = macos.profile(policy("loopback"))

    assert '(allow network-outbound (remote ip "localhost:*"))' in profile
    assert "file-write*" not in profile


def test_no_prefix_where_there_is_no_sandbox_exec() -> None:
    prefix = macos.command_prefix(policy())

    assert prefix == [] or prefix[:2] == ["/usr/bin/sandbox-exec", "-p"]


@pytest.mark.parametrize(("requires", "processes"), [((), 1), (("processes",), 16)])
def test_the_job_object_holds_the_limits(requires: tuple[str, ...], processes: int) -> None:
    limits = windows.limits(policy(*requires))

    assert limits.process_memory_limit == 512 << 20
    assert limits.basic.active_process_limit == processes
    assert limits.basic.per_process_user_time_limit == 5 * 10_000_000
    assert limits.basic.limit_flags & 0x2000
