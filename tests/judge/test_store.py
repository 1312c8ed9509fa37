"""What is kept in the user's cache: whole or not at all, bounded, and through no link."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.judge import store
from grader.judge.store import Store

posix = pytest.mark.skipif(os.name != "posix", reason="needs links and owners")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "grader" / "judge"


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.entry"))


def test_what_was_put_is_there_for_another_command(folder: Path) -> None:
    Store(folder).put("a key", b"data")

    assert Store(folder).get("a key") == b"data"
    assert Store(folder).get("another key") is None


def test_the_folder_belongs_to_the_user_alone(folder: Path) -> None:
    Store(folder).put("key", b"data")

    assert [path.name for path in folder.iterdir()] == [path.name for path in entries(folder)]
    assert os.name != "posix" or folder.stat().st_mode & 0o777 == 0o700


def test_without_a_place_it_lives_as_long_as_the_judge() -> None:
    one = Store(None)
    one.put("key", b"data")

    assert (one.get("key"), Store(None).get("key")) == (b"data", None)


def test_a_place_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    one = Store(tmp_path / "file" / "judge")
    one.put("key", b"data")

    assert one.get("key") == b"data"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def grow(path: Path) -> None:
    os.truncate(path, store.LARGEST_ENTRY * 4)


def fold(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


DAMAGES = [cut, flip, empty, grow, fold, *([pipe, link] if os.name == "posix" else [])]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_counts_as_missing(folder: Path, damage: Callable[[Path], None]) -> None:
    Store(folder).put("key", b"data")
    damage(entries(folder)[0])

    assert Store(folder).get("key") is None


@pytest.mark.parametrize("damage", [one for one in DAMAGES if one is not fold])
def test_a_damaged_entry_is_made_anew(folder: Path, damage: Callable[[Path], None]) -> None:
    Store(folder).put("key", b"data")
    damage(entries(folder)[0])
    Store(folder).put("key", b"data")

    assert Store(folder).get("key") == b"data"


def test_an_entry_under_the_name_of_another_is_not_taken_for_it(folder: Path) -> None:
    Store(folder).put("one", b"data of one")
    Store(folder).put("two", b"data of two")
    first, second = entries(folder)
    first.write_bytes(second.read_bytes())

    assert {Store(folder).get("one"), Store(folder).get("two")} & {None} == {None}
    assert {Store(folder).get("one"), Store(folder).get("two")} <= {None, b"data of one", b"data of two"}


@posix
def test_nothing_is_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir(mode=0o700)
    folder.parent.mkdir()
    folder.symlink_to(target)
    Store(folder).put("key", b"data")

    assert list(target.iterdir()) == []


@posix
def test_a_link_in_the_place_of_an_entry_is_replaced_and_not_followed(folder: Path, tmp_path: Path) -> None:
    Store(folder).put("key", b"data")
    target = tmp_path / "victim"
    target.write_bytes(b"victim")
    path = entries(folder)[0]
    path.unlink()
    path.symlink_to(target)
    Store(folder).put("key", b"data")

    assert target.read_bytes() == b"victim"
    assert not path.is_symlink()


@posix
def test_a_folder_that_others_may_write_to_is_not_used(folder: Path) -> None:
    Store(folder).put("key", b"data")
    folder.chmod(0o777)

    assert Store(folder).get("key") is None


def test_the_longest_unused_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_ENTRIES", 3)
    one = Store(folder)
    for number in range(3):
        one.put(str(number), b"data")
        for path in entries(folder):
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 10))
    assert Store(folder).get("0") == b"data"  # used again
    one.put("3", b"data")

    assert [Store(folder).get(str(number)) for number in range(4)] == [b"data", None, b"data", b"data"]


def test_the_bytes_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_BYTES", 5_000)
    one = Store(folder)
    for number in range(20):
        one.put(str(number), bytes(1_000))

    assert 1 <= len(entries(folder)) <= 4
    assert sum(path.stat().st_size for path in entries(folder)) <= 5_000


def test_an_entry_of_any_size_is_kept_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LARGEST_ENTRY", 100)
    one = Store(folder)
    one.put("key", bytes(101))

    assert (one.get("key"), Store(folder).get("key")) == (bytes(101), None)


def test_what_another_command_left_unfinished_is_removed(folder: Path) -> None:
    Store(folder).put("key", b"data")
    old, new = folder / "new-old", folder / "new-new"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (0, 0))
    Store(folder).put("another", b"data")

    assert (old.exists(), new.exists()) == (False, True)


TURNS = """
import sys
from pathlib import Path
from grader.judge import store

store.MOST_ENTRIES = 4
for number in range(300):
    key = str(number % 7)
    found = store.Store(Path(sys.argv[1])).get(key)
    assert found in (None, key.encode() * 50_000), key
    store.Store(Path(sys.argv[1])).put(key, key.encode() * 50_000)
"""


def test_commands_at_once_see_whole_entries(folder: Path) -> None:
    commands = [
        subprocess.Popen([sys.executable, "-c", TURNS, str(folder)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    ends = [(one.communicate(timeout=60)[1], one.returncode) for one in commands]

    assert ends == [("", 0)] * 3
    assert len(entries(folder)) <= 6


@pytest.mark.parametrize(
    ("named", "expected"),
    [("/somewhere", "/somewhere/grader"), ("", "HOME/.cache/grader"), ("a", "HOME/.cache/grader")],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other names for it")
def test_where_the_cache_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, expected: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", named)

    assert store.cache() == Path(expected.replace("HOME", str(tmp_path)))
