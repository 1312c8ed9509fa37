"""Places in a folder that somebody else fills, and may change meanwhile."""

import os
import sys
from pathlib import Path

import pytest

from grader import places
from grader.places import NoPlace, place

held = pytest.mark.skipif(not places.HELD, reason="this platform can't open a file in a folder that is held")


@pytest.fixture(params=[True, False], ids=["held", "looked at"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of walking, whatever the platform has."""
    if not request.param:
        monkeypatch.setattr(places, "HELD", False)


def test_linux_and_macos_hold_the_folders_on_the_way() -> None:
    assert places.HELD or sys.platform == "win32"


@held
def test_a_link_that_comes_after_the_walk_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/file").write_bytes(b"theirs")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/file").write_bytes(b"mine")

    with place(tmp_path, "inner", "file") as one:
        (tmp_path / "inner").rename(tmp_path / "moved")
        (tmp_path / "inner").symlink_to("elsewhere")
        read = one.read(10, "a file")
        one.write(b"new")

    assert read == b"mine"
    assert ((tmp_path / "moved/file").read_bytes(), (tmp_path / "elsewhere/file").read_bytes()) == (b"new", b"theirs")


@pytest.mark.usefixtures("either")
def test_folders_are_made_where_that_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), place(tmp_path, "a", "b", "file"):
        pass
    with place(tmp_path, "a", "b", "file", make=True) as one:
        one.write(b"x")

    assert (tmp_path / "a/b/file").read_bytes() == b"x"


@pytest.mark.usefixtures("either")
def test_a_file_is_no_folder_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(NotADirectoryError), place(tmp_path, "file", "inner"):
        pass


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize("make", [True, False])
def test_a_link_is_no_folder_on_the_way(tmp_path: Path, make: bool) -> None:
    (tmp_path / "there").mkdir()
    for name, target in (("link", "there"), ("dangling", "nowhere")):
        (tmp_path / name).symlink_to(target)

        with pytest.raises(NoPlace, match=f"{name} is a link"), place(tmp_path, name, "file", make=make):
            pass

    assert not (tmp_path / "nowhere").exists()


@pytest.mark.usefixtures("either")
def test_the_root_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    with place(tmp_path / "link", "file") as one:
        one.write(b"x")

    assert (tmp_path / "there/file").read_bytes() == b"x"


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize(("size", "fits"), [(4, True), (5, False), (1 << 40, False)])
def test_no_more_is_read_than_may_be(tmp_path: Path, size: int, fits: bool) -> None:
    with open(tmp_path / "file", "wb") as file:
        file.truncate(size)

    with place(tmp_path, "file") as one:
        if fits:
            assert one.read(4, "a file") == bytes(size)
        else:
            with pytest.raises(NoPlace, match=f"has {size:,} bytes; a file has at most 4"):
                one.read(4, "a file")


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_file_that_does_not_tell_its_size_is_bounded_as_well() -> None:
    with place(Path("/proc"), "cpuinfo") as one, pytest.raises(NoPlace, match="a file has at most 4"):
        one.read(4, "a file")


def test_a_free_name_is_nobody_elses(tmp_path: Path) -> None:
    with place(tmp_path, "file") as one:
        first = one.free("file.", ".py")
        os.symlink("nowhere", first.path)
        second = one.free("file.", ".py")

        assert first.exists()
        assert not second.exists()
