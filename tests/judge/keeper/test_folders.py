"""Scratch folders, measured and removed."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from grader.judge.keeper.folders import MOST_ENTRIES, overfull, remove
from tests.jail.confine.children import in_child


def test_a_folder_is_overfull_by_the_sizes_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/a.bin").write_bytes(bytes(60_000))
    (tmp_path / "b.bin").write_bytes(bytes(60_000))

    assert not overfull(tmp_path, limit=200_000)
    assert overfull(tmp_path, limit=100_000)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux to keep space for a file")
def test_space_beyond_the_end_of_a_file_counts(tmp_path: Path) -> None:
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    libc.fallocate.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_long, ctypes.c_long]
    with open(tmp_path / "empty.bin", "wb") as file:
        if libc.fallocate(file.fileno(), 1, 0, 1 << 20):
            pytest.skip(f"this file system can't: {os.strerror(ctypes.get_errno())}")

    assert (tmp_path / "empty.bin").stat().st_size == 0
    assert overfull(tmp_path, limit=1 << 19)
    assert not overfull(tmp_path, limit=1 << 21)


def test_a_sparse_file_counts_with_its_whole_size(tmp_path: Path) -> None:
    with open(tmp_path / "sparse.bin", "wb") as file:
        file.truncate(1 << 20)

    assert overfull(tmp_path, limit=1 << 19)


def test_a_folder_is_overfull_by_the_number_of_its_entries(tmp_path: Path) -> None:
    for number in range(MOST_ENTRIES + 1):
        (tmp_path / str(number)).touch()

    assert overfull(tmp_path, limit=1 << 40)


def test_a_folder_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "scratch"
    (folder / "a/b/c").mkdir(parents=True)
    (folder / "a/b/c/file").write_text("x")
    (folder / "a/link").symlink_to(tmp_path)

    remove(folder)

    assert not folder.exists()
    assert tmp_path.exists()


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="asks for another user")
@pytest.mark.parametrize("user", [None, 1500], ids=["as it is", "ordinary user"])
def test_folders_that_are_closed_to_their_owner_go_as_well(user: int | None) -> None:
    """The kernel lets nobody but root move such a folder; a child may make them within each other."""
    if user is not None and os.geteuid() != 0:
        pytest.skip("the tests run as an ordinary user already")

    def work() -> list[str]:
        place = Path(tempfile.mkdtemp(dir="/tmp"))
        for name in ("a/b/c/d", "a/e", "f"):
            (place / "scratch" / name).mkdir(parents=True)
        (place / "scratch/a/b/c/file").touch(0)
        for name in ("a/b/c/d", "a/b/c", "a/b", "a/e", "a", "f"):
            (place / "scratch" / name).chmod(0)
        remove(place / "scratch")
        left = os.listdir(place)
        if not left:
            place.rmdir()
        return left

    ended = in_child(work, user)
    assert (ended.error, ended.value) == (None, [])


@pytest.mark.skipif(os.scandir not in os.supports_fd, reason="no descriptors of folders here")
def test_a_folder_that_is_renamed_all_the_time_is_counted(tmp_path: Path) -> None:
    (tmp_path / "0").mkdir()
    for number in range(MOST_ENTRIES + 1):
        (tmp_path / f"0/{number}").touch()
    moving = subprocess.Popen(
        [sys.executable, "-c", "import os\nn = 0\nwhile True: os.rename(str(n), str(n + 1)); n += 1"], cwd=tmp_path
    )
    try:
        time.sleep(0.2)
        seen = [overfull(tmp_path, limit=1 << 40) for _ in range(20)]
    finally:
        moving.kill()
        moving.wait()

    assert seen == [True] * 20


def test_files_that_go_meanwhile_are_no_offence(tmp_path: Path) -> None:
    code = (
        "import tempfile\nwhile True:\n  with tempfile.TemporaryDirectory(dir='.') as it: open(it + '/x', 'w').close()"
    )
    coming = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path)
    try:
        time.sleep(0.2)
        seen = [overfull(tmp_path, limit=1 << 20) for _ in range(200)]
    finally:
        coming.kill()
        coming.wait()

    assert seen == [False] * 200


def test_a_folder_that_is_gone_is_not_overfull(tmp_path: Path) -> None:
    assert not overfull(tmp_path / "gone", limit=0)
