"""What a workspace remembers of each topic: bounded, looked at before it is believed, and never lost."""

import os
import socket
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from grader import memory
from grader.standing import Score, Standing, given_up, hinted


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


def scored(score: str, at: str = "2026-11-30T10:00:00Z", version: int = 1, left: tuple[str, ...] = ()) -> Standing:
    one = Score(score, "4", at, version, left)
    return Standing(one, one)


def test_what_is_remembered_is_known_later(work: Path) -> None:
    memory.remember(work, {"tiny": scored("3/2", left=("retry", "timer")), "other": hinted("retry", 1)})

    assert memory.recall(work).standings == {
        "tiny": scored("3/2", left=("retry", "timer")),
        "other": hinted("retry", 1),
    }


def test_what_is_new_is_merged_with_what_is_known(work: Path) -> None:
    memory.remember(work, {"tiny": hinted("retry", 2)})
    memory.remember(work, {"tiny": scored("4")})
    memory.remember(work, {"tiny": given_up("2026-11-30T11:00:00Z")})
    said = memory.remember(work, {"tiny": scored("1", "2026-11-30T12:00:00Z", 2)})

    best, last = scored("4").best, scored("1", "2026-11-30T12:00:00Z", 2).last
    assert said is None
    assert memory.recall(work).standings == {"tiny": Standing(best, last, {"retry": 2}, "2026-11-30T11:00:00Z")}


def test_a_new_workspace_knows_nothing_and_misses_nothing(work: Path) -> None:
    assert memory.recall(work) == memory.Memory({})


# --- formats ---


def test_the_first_format_is_read_and_written_anew(work: Path) -> None:
    put(work, b'{"tiny": {"score": "3/2", "max_score": "4", "hints": 2}, "format": {"score": "0", "max_score": "9"}}')
    old = scored("3/2", "", 0)
    other = Score("0", "9")

    before = memory.recall(work)
    said = memory.remember(work, {"tiny": scored("1")})

    assert before == memory.Memory({"tiny": Standing(old.best, old.last, {"all": 2}), "format": Standing(other, other)})
    assert said is None
    assert memory.recall(work).standings == {
        "tiny": Standing(old.best, scored("1").last, {"all": 2}),
        "format": Standing(other, other),
    }
    assert names(work / ".grader") == ["lock", "progress.json"]


def test_a_newer_format_is_left_to_the_grader_that_wrote_it(work: Path) -> None:
    put(work, b'{"format": 3, "topics": []}')

    known = memory.recall(work)
    said = memory.remember(work, {"tiny": scored("1")})

    assert known.standings == {}
    for line in (known.problem, said):
        assert line is not None
        assert line.endswith("progress.json has format 3, and this grader knows 2: take a newer grader")
    assert (work / ".grader/progress.json").read_bytes() == b'{"format": 3, "topics": []}'


# --- a folder that is synced ---

COPIES = [
    "progress.sync-conflict-20261130-153013-ABCDEFG.json",
    "progress (Anna's conflicted copy 2026-11-30).json",
    "progress (conflicted copy 2026-11-30 153013).json",
    "progress (1).json",
    "progress 2.json",
    "progress-LAPTOP.json",
]


@pytest.mark.parametrize("name", COPIES)
def test_what_another_machine_knew_is_merged_in_and_left_alone(work: Path, name: str) -> None:
    memory.remember(work, {"tiny": scored("4"), "here": hinted("a", 1)})
    theirs = (work / ".grader/progress.json").read_bytes()
    (work / ".grader/progress.json").unlink()
    memory.remember(work, {"tiny": scored("2", "2026-11-30T12:00:00Z"), "here": hinted("b", 2)})
    (work / ".grader" / name).write_bytes(theirs)
    expected = {
        "tiny": Standing(scored("4").best, scored("2", "2026-11-30T12:00:00Z").last),
        "here": Standing(hints={"a": 1, "b": 2}),
    }

    read = memory.recall(work)
    said = memory.remember(work, {})
    (work / ".grader" / name).rename(work / "elsewhere")

    assert read == memory.Memory(expected)
    assert said is None
    assert memory.recall(work) == memory.Memory(expected)
    assert (work / "elsewhere").read_bytes() == theirs


def test_only_the_copy_is_there(work: Path) -> None:
    memory.remember(work, {"tiny": scored("4")})
    (work / ".grader/progress.json").rename(work / ".grader/progress (1).json")

    assert memory.recall(work) == memory.Memory({"tiny": scored("4")})


@pytest.mark.parametrize("content", [b"", b"{ not json", b'{"format": 9}', b'{"tiny": 1}'])
def test_a_damaged_copy_has_no_say_and_is_left_alone(work: Path, content: bytes) -> None:
    memory.remember(work, {"tiny": scored("4")})
    copy = work / ".grader/progress (1).json"
    copy.write_bytes(content)
    (work / ".grader/progress (2).json").symlink_to("/dev/zero")
    os.mkfifo(work / ".grader/progress (3).json")

    assert memory.recall(work) == memory.Memory({"tiny": scored("4")})
    assert memory.remember(work, {"tiny": hinted("retry", 1)}) is None
    assert copy.read_bytes() == content


@pytest.mark.parametrize("name", ["progressive.json", "progress.damaged-2026.json", "progress.json.bak", "progress"])
def test_what_is_no_copy_is_not_read(work: Path, name: str) -> None:
    memory.remember(work, {"tiny": scored("4")})
    (work / ".grader/progress.json").rename(work / ".grader" / name)

    assert memory.recall(work) == memory.Memory({})


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
    b'{"format": 2, "topics": []}',
    b'{"format": 2, "topics": {"tiny": {"best": {"score": "5", "max_score": "4"}}}}',
    b'{"format": 2, "topics": {"tiny": {"best": {"at": "today"}}}}',
    b'{"format": 2, "topics": {"tiny": {"best": {"at": "2026-11-30T10:00:00Z\\n"}}}}',
    b'{"format": 2, "topics": {"tiny": {"gave_up": "2026-11-30"}}}',
    b'{"format": 2, "topics": {"tiny": {"hints": 1}}}',
    b'{"format": 2, "topics": {"tiny": {"hints": {"retry": -1}}}}',
    b'{"format": 2, "topics": {"tiny": {"hints": {"' + 201 * b"a" + b'": 1}}}}',
    b'{"format": 2, "topics": {"tiny": {"last": {"left": [' + 100 * b'"a", ' + b'"a"]}}}}',
    b'{"format": 2, "topics": {"a/../b": {}}}',
]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: ascii(content[:40]))
def test_a_damaged_memory_counts_as_empty_and_is_kept_under_another_name(work: Path, content: bytes) -> None:
    put(work, content)

    known = memory.recall(work)
    said = memory.remember(work, {"tiny": hinted("retry", 1)})

    assert known.standings == {}
    assert known.problem is not None
    assert "progress.json is damaged and counts as empty: " in known.problem
    lock, aside, new = names(work / ".grader")
    assert said is not None
    assert said.endswith(f"it is kept as {work / '.grader' / aside}, and a new memory begins")
    assert (work / ".grader" / aside).read_bytes() == content
    assert (lock, new, memory.recall(work).standings) == ("lock", "progress.json", {"tiny": hinted("retry", 1)})


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
    said = memory.remember(work, {"tiny": hinted("retry", 1)})

    assert problem is not None
    assert said is not None
    assert "is kept as" in said
    assert memory.recall(work) == memory.Memory({"tiny": hinted("retry", 1)})
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

    said = memory.remember(work, {"tiny": hinted("retry", 1)})

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

    said = memory.remember(work, {"tiny": hinted("retry", 1)})

    assert said is not None
    assert said.startswith("what is new can't be remembered: ")


# --- two commands at once ---


def add(work: Path, number: int) -> str | None:
    return memory.remember(work, {f"topic-{number}": hinted("retry", number)})


def test_commands_at_once_keep_each_others_news(work: Path) -> None:
    with ProcessPoolExecutor(8) as pool:
        said = list(pool.map(add, [work] * 40, range(40)))

    assert said == [None] * 40
    assert memory.recall(work).standings == {f"topic-{number}": hinted("retry", number) for number in range(40)}


def test_a_lock_that_is_never_given_back_is_not_waited_for_for_long(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "LOCK_SECONDS", 0.2)
    memory.remember(work, {"tiny": hinted("retry", 1)})
    with open(work / ".grader/lock", "rb+") as lock:
        assert memory._locked(lock.fileno())
        began = time.monotonic()
        said = memory.remember(work, {"tiny": hinted("retry", 2)})

    assert said is not None
    assert said.endswith("lock is held by another command")
    assert time.monotonic() - began < 5
    assert memory.recall(work).standings == {"tiny": hinted("retry", 1)}
