"""Forks are fetched and read: honest ones, and those that were made to do harm."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grader.cohort import git
from grader.cohort.git import Bounds, NoAttempt, NothingPushed, Repository, Unfetched
from grader.errors import UsageError
from grader.files import MAX_ATTEMPT
from tests.cohort.forks import PATH, TEXT, Fork
from tests.processes import is_running, soon


@pytest.fixture
def fork(tmp_path: Path) -> Fork:
    return Fork(tmp_path / "fork.git")


@pytest.fixture
def ours(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "ours.git")


def taken(ours: Repository, fork: Fork, path: str = PATH) -> bytes:
    """What is read of the fork's head."""
    found = git.head(fork.url, None)
    commit = ours.fetch(fork.url, found.branch)
    assert commit == found.commit
    with ours.reader() as reader:
        return reader.read(commit, path)


def refused(ours: Repository, fork: Fork, path: str = PATH) -> str:
    with pytest.raises(NoAttempt) as caught:
        taken(ours, fork, path)
    return str(caught.value)


class TestHonest:
    def test_the_bytes_of_the_head(self, ours, fork):
        fork.put()
        assert taken(ours, fork) == TEXT

    def test_a_second_fetch_keeps_the_first(self, ours, fork):
        first = fork.put()
        taken(ours, fork)
        second = fork.put(data=b"other = 1\n")
        assert not ours.has(second)
        assert taken(ours, fork) == b"other = 1\n"
        with ours.reader() as reader:
            assert [reader.read(one, PATH) for one in (first, second)] == [TEXT, b"other = 1\n"]
        assert ours.has(first)
        assert ours.has(second)

    def test_our_configuration_is_as_it_was(self, ours, fork):
        fork.put()
        taken(ours, fork)
        assert (ours.folder / "config").read_text() == git.CONFIG

    def test_a_commit_by_its_name(self, ours, fork):
        first = fork.put()
        fork.git("update-ref", "refs/heads/old", first)
        fork.put(data=b"other = 1\n")
        assert ours.fetch(fork.url, first) == first

    def test_an_executable_file(self, ours, fork):
        fork.put(mode="100755")
        assert taken(ours, fork) == TEXT

    def test_a_tag(self, ours, fork):
        made = fork.put()
        fork.git("tag", "-a", "-m", "done", "submit/1", made)
        found = git.head(fork.url, "submit/1")
        assert found.commit == made
        assert ours.fetch(fork.url, found.branch) == made

    def test_the_largest_attempt_there_may_be(self, ours, fork):
        fork.put(data=b"#" * MAX_ATTEMPT)
        assert len(taken(ours, fork)) == MAX_ATTEMPT

    def test_what_a_killed_fetch_has_left_is_no_hindrance(self, ours, fork):
        fork.put()
        taken(ours, fork)
        for name in ("shallow.lock", "config.lock", "objects/pack/tmp_pack_abc", "refs/now.lock"):
            (ours.folder / name).write_text("")
        assert taken(ours, fork) == TEXT

    def test_an_old_repository_with_padded_modes(self, ours, fork):
        folder = fork.tree(("100644", "decorators.py", fork.blob(TEXT)))
        fork.commit(fork.tree(("040000", "decorators", folder)))
        assert taken(ours, fork) == TEXT


class TestHeads:
    def test_nothing_was_pushed(self, fork):
        with pytest.raises(NothingPushed, match="nothing was pushed"):
            git.head(fork.url, None)

    def test_a_head_that_points_nowhere(self, fork):
        fork.put(branch="master")
        assert git.head(fork.url, None).branch == "refs/heads/master"

    def test_another_branch_is_named(self, fork):
        fork.put(branch="work")
        with pytest.raises(Unfetched, match="no main and no master; the branches are work: name one with --ref"):
            git.head(fork.url, None)
        assert git.head(fork.url, "work").branch == "refs/heads/work"

    def test_a_ref_that_is_not_there(self, fork):
        fork.put()
        with pytest.raises(Unfetched, match="there is no work; the branches are main"):
            git.head(fork.url, "work")

    @pytest.mark.parametrize("ref", ["--upload-pack=touch x", "a b", "a:b", "a*", "a..b"])
    def test_no_ref_is_an_option(self, fork, ref):
        with pytest.raises(UsageError, match="no name of a branch"):
            git.head(fork.url, ref)

    def test_a_repository_that_is_gone(self, tmp_path):
        with pytest.raises(Unfetched, match="does not appear to be a git repository"):
            git.head((tmp_path / "gone").as_uri(), None)


class TestAddresses:
    @pytest.mark.parametrize(
        "url", ["https://example.org/a/b.git", "ssh://git@example.org/a", "git@example.org:a/b.git", "file:///a/b"]
    )
    def test_what_git_takes(self, tmp_path, url):
        assert git.address(f" {url}\n", tmp_path) == url

    def test_a_folder(self, tmp_path):
        (tmp_path / "fork").mkdir()
        assert git.address("fork", tmp_path) == (tmp_path / "fork").as_uri()

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "ext::sh -c x",
            "-x",
            "--upload-pack=x",
            "http://a/b",
            "ssh://-oP=x/a",
            "git@-o:x",
            "f\nx",
            "git://a",
            "gone",
        ],
    )
    def test_what_is_refused(self, tmp_path, url):
        with pytest.raises(UsageError, match="is no address"):
            git.address(url, tmp_path)


class TestHostile:
    """Eleven forks that a plain clone would suffer from."""

    def test_an_attempt_that_is_a_link(self, ours, fork):
        fork.put(data=b"/etc/passwd", mode="120000")
        assert refused(ours, fork) == f"{PATH} is a link, and no file"

    def test_a_folder_that_is_a_link(self, ours, fork):
        fork.commit(fork.tree(("120000", "decorators", fork.blob(b"/etc"))))
        assert refused(ours, fork) == "decorators is a link, and no folder"

    def test_a_submodule_that_runs_a_command(self, ours, fork, tmp_path):
        ran = tmp_path / "ran"
        modules = f'[submodule "decorators"]\n\tpath = decorators\n\turl = ext::sh -c "touch {ran}"\n'
        entries = ("100644", ".gitmodules", fork.blob(modules.encode())), ("160000", "decorators", "1" * 40)
        fork.commit(fork.tree(*entries))
        assert refused(ours, fork) == "decorators is a submodule, and no folder"
        assert not ran.exists()

    def test_fifty_megabytes(self, ours, fork):
        fork.put(data=os.urandom(1024) * 50 * 1024)
        assert refused(ours, fork) == f"{PATH} has more than 262,144 bytes, which is the most that an attempt can have"
        assert sum(path.stat().st_size for path in ours.folder.rglob("*") if path.is_file()) < 100_000

    def test_the_same_where_the_server_takes_no_filter(self, ours, fork):
        fork.git("config", "uploadpack.allowFilter", "false")
        fork.put(data=b"#" * (MAX_ATTEMPT + 1))
        assert refused(ours, fork) == f"{PATH} has 262,145 bytes; an attempt has at most 262,144"

    def test_a_pointer_of_lfs(self, ours, fork):
        pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"1" * 64 + b"\nsize 12\n"
        fork.put_all({PATH: pointer, ".gitattributes": b"*.py filter=lfs diff=lfs merge=lfs -text\n"})
        assert refused(ours, fork) == f"{PATH} is a pointer of Git LFS, and not the file: push the file itself"

    def test_two_names_that_differ_in_case(self, ours, fork):
        fork.put_all({"decorators/Decorators.py": b"other = 1\n", PATH: TEXT})
        assert taken(ours, fork) == TEXT

    def test_an_empty_repository(self, fork):
        with pytest.raises(NothingPushed):
            git.head(fork.url, None)

    def test_a_tree_with_an_entry_dot_git(self, ours, fork):
        inside = fork.tree(("100644", "config", fork.blob(b"[core]\n\tfsmonitor = touch x\n")))
        fork.commit(fork.tree(("40000", ".git", inside)))
        with pytest.raises(Unfetched, match=r"git refuses what is in it: .*hasDotgit"):
            taken(ours, fork)

    def test_a_tree_of_ten_thousand_million_files(self, ours, fork):
        entry = ("100644", fork.blob(TEXT))
        for _ in range(10):
            made = fork.tree(*((entry[0], f"{number}", entry[1]) for number in range(10)))
            entry = ("40000", made)
        fork.commit(entry[1])
        started = time.monotonic()
        assert refused(ours, fork) == f"{PATH} is missing"
        assert time.monotonic() - started < 30

    def test_attributes_that_rewrite_what_is_checked_out(self, ours, fork):
        data = b"# $Id$ $Format:%H$\r\nname = 1\n"
        rules = b"*.py ident export-subst eol=crlf working-tree-encoding=UTF-16 filter=x\n"
        fork.put_all({PATH: data, ".gitattributes": rules})
        assert taken(ours, fork) == data

    def test_a_file_where_the_folder_should_be(self, ours, fork):
        fork.put("decorators", TEXT)
        assert refused(ours, fork) == "decorators is a file, and no folder"

    def test_a_folder_where_the_file_should_be(self, ours, fork):
        inside = fork.tree(("100644", "x", fork.blob(TEXT)))
        fork.commit(fork.tree(("40000", "decorators", fork.tree(("40000", "decorators.py", inside)))))
        assert refused(ours, fork) == f"{PATH} is a folder, and no file"

    def test_a_head_that_is_no_commit(self, ours, fork):
        fork.git("update-ref", "refs/tags/x", fork.blob(TEXT))
        with pytest.raises(Unfetched):
            ours.fetch(fork.url, "refs/tags/x")

    def test_a_list_without_an_end(self, ours, fork, monkeypatch):
        monkeypatch.setattr(git, "MAX_TREE", 100)
        fork.commit(fork.tree(*(("100644", f"{number:03}", fork.blob(TEXT)) for number in range(10))))
        assert "too long to be read" in refused(ours, fork)


class TestBounds:
    def test_a_pack_that_is_too_large(self, tmp_path, fork):
        fork.git("config", "uploadpack.allowFilter", "false")
        fork.put(data=os.urandom(3 * 1024 * 1024))
        ours = Repository(tmp_path / "ours.git", Bounds(bytes=1024 * 1024))
        with pytest.raises(Unfetched, match="it has more than 1 MB even without"):
            ours.fetch(fork.url, "HEAD")
        assert not list(ours.folder.glob("objects/pack/tmp_*"))

    def test_a_fetch_takes_no_longer_than_it_may(self, fork):
        with pytest.raises(Unfetched, match=r"it took longer than 0\.001 s"):
            git.head(fork.url, None, Bounds(seconds=0.001))

    def test_all_that_runs_is_ended_with_what_it_started(self, tmp_path, fork, monkeypatch):
        monkeypatch.setitem(git._SET, "GIT_EXEC_PATH", str(_sleeping(fork, tmp_path)))
        pid = tmp_path / "pid"
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(git.head, fork.url, None)
            while not (pid.is_file() and pid.read_text().strip()):
                assert not asked.done(), asked.result()
                time.sleep(0.05)
            git.end_all()
            with pytest.raises(Unfetched):
                asked.result()
        assert soon(lambda: not is_running(int(pid.read_text())), 2.5)

    def test_what_the_server_says_is_not_repeated(self, fork, tmp_path):
        with pytest.raises(Unfetched) as caught:
            git.head((tmp_path / "x\x1b[31m").as_uri(), None)
        assert "\x1b" not in str(caught.value)


def _sleeping(fork: Fork, room: Path) -> Path:
    """A folder of git's own programs, in which the one that serves a repository does not answer."""
    folder = room / "exec"
    folder.mkdir()
    for one in Path(fork.git("--exec-path")).iterdir():
        if one.name != "git-upload-pack":
            (folder / one.name).symlink_to(one)
    slow = folder / "git-upload-pack"
    slow.write_text(f"#!/bin/sh\necho $$ > {room}/pid\nexec sleep 300\n")
    slow.chmod(0o755)
    return folder
