"""Files written whole or not at all, and attempts read once."""

import errno
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from grader import files, places
from grader.errors import GraderError, UsageError

# --- writing ---


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    files.write_bytes(tmp_path / "file", b"\0\r\n\xff")

    assert (tmp_path / "file").read_bytes() == b"\0\r\n\xff"


def test_text_is_written_in_utf_8(tmp_path: Path) -> None:
    files.write_text(tmp_path / "file", "é\n")

    assert (tmp_path / "file").read_bytes() == b"\xc3\xa9\n"


def test_a_file_is_replaced_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old and longer")
    files.write_text(tmp_path / "file", "new")

    assert (names(tmp_path), (tmp_path / "file").read_text()) == (["file"], "new")


def test_a_link_is_replaced_and_its_target_stays(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("kept")
    (tmp_path / "link").symlink_to("target")
    files.write_text(tmp_path / "link", "new")

    assert ((tmp_path / "target").read_text(), (tmp_path / "link").is_symlink()) == ("kept", False)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        files.write_text(tmp_path / "file", "x")
        kept = os.umask(mask)
    finally:
        os.umask(before)

    assert (stat.S_IMODE((tmp_path / "file").stat().st_mode), kept) == (mode, mask)


def test_a_folder_that_is_missing_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        GraderError, match=r"none/file can't be written: No such file or directory; nothing was changed$"
    ):
        files.write_text(tmp_path / "none/file", "x")


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()

    with pytest.raises(GraderError, match="Is a directory; nothing was changed"):
        files.write_text(tmp_path / "file", "x")

    assert names(tmp_path) == ["file"]


def test_a_write_that_breaks_off_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    # Past a limit of the process, writing fails as it does on a full disk.
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(GraderError, match=f"{os.strerror(errno.EFBIG)}; nothing was changed"):
            files.write_bytes(tmp_path / "file", b"x" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert (names(tmp_path), (tmp_path / "file").read_text()) == (["file"], "old")


# --- reading an attempt ---


@pytest.mark.parametrize(
    "content",
    [b"x = 1\n", b"\xef\xbb\xbfx = 1\n", "x = 'é'\r\n".encode(), b"x", b"#" * files.MAX_ATTEMPT],
    ids=["plain", "with a byte order mark", "with a carriage return", "one letter", "of the greatest size"],
)
def test_an_attempt_is_read_byte_by_byte(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "attempt.py"
    path.write_bytes(content)

    assert files.read_attempt(path) == content


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty: write your attempt into it"),
        (b" \n\t\r\n", "is empty: write your attempt into it"),
        (b"x = 1\0\n", "is not a text file: it holds NUL bytes"),
        ("x = 1\n".encode("utf-16"), "is not a text file: it holds NUL bytes"),
        (b"x = 1\ny = '\xe9'\n", r"is not UTF-8 \(line 2\): save it in that encoding"),
        (b"x = 1\ry = 2\r\nz = '\xe9'\n", r"is not UTF-8 \(line 3\): save it in that encoding"),
        (b"#" * (files.MAX_ATTEMPT + 1), "has 262,145 bytes; an attempt has at most 262,144"),
    ],
    ids=["empty", "blank", "nul", "utf-16", "latin-1", "carriage returns", "large"],
)
def test_what_is_no_attempt_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "attempt.py"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=rf"attempt\.py {words}"):
        files.read_attempt(path)


COOKIES = [
    b"# coding: utf-7\nx = 1\n",
    b"#!/usr/bin/python\n# -*- coding: latin-1 -*-\n",
    b"# vim: set fileencoding=cp1252 :\n",
    b"\n# coding=ascii\n",
    b"\xef\xbb\xbf# coding: utf-16\n",
    b"\xef\xbb\xbf\r# coding: utf-16\n",
    b" \t\x0c# coding: rot13\n",
    b"\x0c\r\n#coding:big5",
    b"#\r# encoding : coding:  shift_jis\r\n",
    b"# coding: utf-80\n",
    b"# coding: no-such-encoding\n",
]


@pytest.mark.parametrize("content", COOKIES)
def test_an_attempt_that_says_that_it_is_not_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "attempt.py"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=r"says that it is \S+ \(line [12]\), and an attempt is always read as UTF-8"):
        files.read_attempt(path)


@pytest.mark.parametrize(
    "content",
    [
        b"# coding: utf-8\n",
        b"# -*- coding: UTF8 -*-\n",
        b"# -*- coding: utf-8-unix; mode: python -*-\n",
        b"\xef\xbb\xbf# vim: fileencoding=utf_8_sig\n",
        b"x = 1\n# coding: latin-1\n",
        b"\n\n# coding: latin-1\n",
        b'"""\n# coding: latin-1"""\n',
        b"x = 1  # coding: latin-1\n",
        b"# decoding : latin-1\n",
        b"# coding\nx = 1\n",
    ],
)
def test_what_python_reads_as_utf_8_is_taken(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "attempt.py"
    path.write_bytes(content)

    compile(content, "attempt.py", "exec")
    assert files.read_attempt(path) == content


@pytest.mark.parametrize("target", ["there.py", "nowhere.py"])
def test_a_link_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "there.py").write_text("x = 1\n")
    (tmp_path / "link.py").symlink_to(target)

    with pytest.raises(UsageError, match=r"link\.py is a link, and nothing is read or written through one"):
        files.read_attempt(tmp_path / "link.py")


@pytest.fixture
def forks(tmp_path: Path) -> Path:
    """A fork whose topic's folder is a link to solutions, and one that is honest."""
    for folder in ("solutions", "forks/honest/decorators", "forks/linked/deep"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("solutions", "forks/honest/decorators"):
        (tmp_path / folder / "decorators.py").write_text("x = 1\n")
    (tmp_path / "forks/linked/decorators").symlink_to(tmp_path / "solutions")
    (tmp_path / "forks/linked/deep/up").symlink_to("../..")
    (tmp_path / "forks/whole").symlink_to("honest")
    return tmp_path


THROUGH_LINKS = [
    "forks/linked/decorators/decorators.py",
    "forks/linked/decorators/../solutions/decorators.py",
    "forks/whole/decorators/decorators.py",
    "forks/linked/deep/up/honest/decorators/decorators.py",
]


@pytest.mark.parametrize("path", THROUGH_LINKS)
@pytest.mark.parametrize("here", [".", "forks", "forks/honest/decorators", "/", "/usr"])
@pytest.mark.parametrize("absolute", [True, False])
def test_an_attempt_is_reached_through_no_link(
    forks: Path, path: str, here: str, absolute: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(forks / here)
    place = forks / path if absolute else Path(os.path.relpath(forks, forks / here), path)

    with pytest.raises(UsageError, match=r"(decorators|up|whole) is a link, and nothing is read or written"):
        files.read_attempt(place)


@pytest.mark.parametrize("path", [*THROUGH_LINKS, "forks/linked/decorators"])
def test_an_attempt_is_reached_through_no_link_where_folders_can_not_be_held(
    forks: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "HELD", False)

    with pytest.raises(UsageError, match="is a link, and nothing is read or written through one"):
        files.read_attempt(forks / path)

    assert files.read_attempt(forks / "forks/honest/decorators/decorators.py") == b"x = 1\n"


@pytest.mark.parametrize("here", [".", "forks", "forks/honest/decorators", "/"])
def test_an_honest_path_may_go_up_and_down(forks: Path, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(forks / here)
    path = Path(os.path.relpath(forks), "forks/honest/decorators/../decorators/decorators.py")

    assert files.read_attempt(path) == files.read_attempt(forks / "forks/linked/../honest/decorators/decorators.py")


@pytest.mark.parametrize("absolute", [True, False])
def test_whoever_types_a_path_vouches_for_the_current_folder(
    forks: Path, absolute: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(forks / "forks/whole")
    monkeypatch.setenv("PWD", str(forks / "forks/whole"))
    path = Path("decorators/decorators.py")

    assert files.read_attempt(forks / "forks/whole" / path if absolute else path) == b"x = 1\n"


def test_a_home_may_be_a_link(forks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(forks / "forks/whole"))

    assert files.read_attempt(Path.home() / "decorators/decorators.py") == b"x = 1\n"


def test_a_folder_that_lets_pass_need_not_let_read(forks: Path) -> None:
    (forks / "forks").chmod(0o111)
    script = "import sys; from pathlib import Path; from grader import files; files.read_attempt(Path(sys.argv[1]))"
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    path = forks / "forks/honest/decorators/decorators.py"

    assert subprocess.run([*drop, sys.executable, "-c", script, path], check=False).returncode == 0


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be read: No such file or directory"):
        files.read_attempt(tmp_path / "none.py")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a regular file"):
        files.read_attempt(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")

    with pytest.raises(UsageError, match="is not a regular file"):
        files.read_attempt(tmp_path / "pipe.py")


def test_a_device_is_refused() -> None:
    with pytest.raises(UsageError, match="is not a regular file"):
        files.read_attempt(Path("/dev/zero"))
