"""What a workspace remembers of each topic: bounded, looked at before it is believed, and never lost."""

import os
import socket
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest

from grader import memory
from grader.memory import Standing


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A workspace, as far as its memory is concerned."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def put(work: Path, content: bytes) -> None:
    (work / ".grader").mkdir()
    (work / ".grader/progress.json").write_bytes(content)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


def test_what_is_remembered_is_known_later(work: Path) -> None:
    memory.remember(work, {"tiny": {"score": "3/2", "max_score": "4"}, "other": {"hints": 1}})

    assert memory.recall(work).standings == {"tiny": Standing("3/2", "4"), "other": Standing(hints=1)}


def test_remembering_one_thing_keeps_the_others(work: Path) -> None:
    memory.remember(work, {"tiny": {"hints": 2}})
    said = memory.remember(work, {"tiny": {"score": "4", "max_score": "4"}})

    assert (said, memory.recall(work).standings) == (None, {"tiny": Standing("4", "4", 2)})


def test_a_new_workspace_knows_nothing_and_misses_nothing(work: Path) -> None:
    assert memory.recall(work) == memory.Memory({})


@pytest.mark.parametrize(
    ("score", "max_score", "checked", "done"),
    [("0", "0", False, False), ("0", "4", True, False), ("7/2", "4", True, False), ("8/2", "4", True, True)],
)
def test_a_topic_is_done_with_full_points(score: str, max_score: str, checked: bool, done: bool) -> None:
    standing = Standing(score, max_score)

    assert (standing.checked, standing.done) == (checked, done)


def test_points_are_remembered_exactly(work: Path) -> None:
    memory.remember(work, {"tiny": {"score": str(Fraction(5, 3)), "max_score": "4"}})

    assert Fraction(memory.recall(work).standings["tiny"].score) == Fraction(5, 3)


# --- what others put there ---

DAMAGED = [
    b"",
    b"{ not json",
    b"[]",
    b"null",
    b"\xff",
    b'{"tiny": {"score": 3}}',
    b'{"tiny": {"score": "1e900000000", "max_score": "1e900000000"}}',
    b'{"tiny": {"score": "0.5", "max_score": "4"}}',
    b'{"tiny": {"score": "1/0", "max_score": "4"}}',
    b'{"tiny": {"score": "-1", "max_score": "4"}}',
    b'{"tiny": {"score": "1_0", "max_score": "40"}}',
    b'{"tiny": {"score": "1\\n", "max_score": "4"}}',
    b'{"tiny": {"score": "\xd9\xa3", "max_score": "4"}}',
    b'{"tiny": {"score": "5", "max_score": "4"}}',
    b'{"tiny": {"score": "1", "max_score": "' + 41 * b"9" + b'"}}',
    b'{"tiny": {"hints": -1}}',
    b'{"tiny": {"hints": 1e300}}',
    b'{"tiny": {"hints": 99999999999999999999}}',
    b'{"tiny": {"hints": true}}',
    b'{"": {}}',
    b'{"a/../b": {}}',
    b'{"a\\u001b[2J": {}}',
    b'{"' + 256 * b"a" + b'": {}}',
    b'{"tiny": {"x": ' + 100_000 * b"[",
    b"{}" + memory.MAX_BYTES * b" ",
]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: ascii(content[:40]))
def test_a_damaged_memory_counts_as_empty_and_is_kept_under_another_name(work: Path, content: bytes) -> None:
    put(work, content)

    known = memory.recall(work)
    said = memory.remember(work, {"tiny": {"hints": 1}})

    assert known.standings == {}
    assert known.problem is not None
    assert "progress.json is damaged and counts as empty: " in known.problem
    lock, aside, new = names(work / ".grader")
    assert said is not None
    assert said.endswith(f"it is kept as {work / '.grader' / aside}, and a new memory begins")
    assert (work / ".grader" / aside).read_bytes() == content
    assert (lock, new, memory.recall(work).standings) == ("lock", "progress.json", {"tiny": Standing(hints=1)})


@pytest.mark.parametrize(
    "put_there",
    [os.mkfifo, os.mkdir, listening, lambda path: os.symlink("/dev/zero", path), lambda path: os.symlink("no", path)],
    ids=["pipe", "folder", "socket", "link", "link to nowhere"],
)
def test_what_is_no_regular_file_is_set_aside_without_waiting_for_it(
    work: Path, put_there: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / ".grader").mkdir()
    monkeypatch.chdir(work / ".grader")  # the address of a socket is short
    put_there(Path("progress.json"))

    problem = memory.recall(work).problem
    said = memory.remember(work, {"tiny": {"hints": 1}})

    assert problem is not None
    assert said is not None
    assert "is kept as" in said
    assert memory.recall(work) == memory.Memory({"tiny": Standing(hints=1)})
    assert len(names(work / ".grader")) == 3


def test_two_damaged_memories_of_one_second_are_both_kept(work: Path) -> None:
    put(work, b"1")
    memory.remember(work, {})
    (work / ".grader/progress.json").write_bytes(b"2")
    memory.remember(work, {})

    kept = [path.read_bytes() for path in (work / ".grader").glob("progress.damaged-*.json")]
    assert sorted(kept) == [b"1", b"2"]


@pytest.mark.parametrize("name", [".grader", ".grader/lock"])
@pytest.mark.parametrize("there", [True, False], ids=["there", "nowhere"])
def test_nothing_is_written_through_a_link(work: Path, name: str, there: bool) -> None:
    elsewhere = work.parent / "elsewhere"
    if there:
        elsewhere.mkdir() if name == ".grader" else elsewhere.write_bytes(b"kept")
    (work / name).parent.mkdir(exist_ok=True)
    (work / name).symlink_to(elsewhere)

    said = memory.remember(work, {"tiny": {"hints": 1}})

    assert said is not None
    assert said.startswith(f"what is new can't be remembered: {work / name} is a link")
    assert elsewhere.exists() == there
    assert memory.recall(work).standings == {}
    if there:
        assert names(elsewhere) == [] if elsewhere.is_dir() else elsewhere.read_bytes() == b"kept"


@pytest.mark.parametrize("name", [".grader", ".grader/lock"])
def test_a_pipe_in_the_way_is_one_line(work: Path, name: str) -> None:
    (work / name).parent.mkdir(exist_ok=True)
    os.mkfifo(work / name)

    said = memory.remember(work, {"tiny": {"hints": 1}})

    assert said is not None
    assert said.startswith("what is new can't be remembered: ")


# --- two commands at once ---


def add(work: Path, number: int) -> str | None:
    return memory.remember(work, {f"topic-{number}": {"hints": number}})


def test_commands_at_once_keep_each_others_news(work: Path) -> None:
    with ProcessPoolExecutor(8) as pool:
        said = list(pool.map(add, [work] * 40, range(40)))

    assert said == [None] * 40
    assert memory.recall(work).standings == {f"topic-{number}": Standing(hints=number) for number in range(40)}


def test_a_lock_that_is_never_given_back_is_not_waited_for_for_long(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "LOCK_SECONDS", 0.2)
    memory.remember(work, {"tiny": {"hints": 1}})
    with open(work / ".grader/lock", "rb+") as lock:
        assert memory._locked(lock.fileno())
        began = time.monotonic()
        said = memory.remember(work, {"tiny": {"hints": 2}})

    assert said is not None
    assert said.endswith("lock is held by another command")
    assert time.monotonic() - began < 5
    assert memory.recall(work).standings == {"tiny": Standing(hints=1)}
