"""Forks of a class are looked at, and the gradebook has what they hold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.cohort import addresses, folders, pushes, roster, sync
from grader.cohort.git import Repository
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.room import Room
from grader.cohort.sync import Look, Source, Wanted
from grader.errors import UsageError
from tests.cohort.forks import Fork

PATH = "tiny/tiny.py"
ANN, BOB, CY = "1001", "1002", "1003"
Class = Callable[..., dict[str, Look]]


@pytest.fixture
def forks(tmp_path: Path) -> dict[str, Fork]:
    return {key: Fork(tmp_path / f"{key}.git") for key in (ANN, BOB)}


@pytest.fixture
def synced(here: Room, book: Gradebook) -> Class:
    """What a look at these forks comes to, by the student's key."""
    book.add_students([here.pseudonym(key) for key in (ANN, BOB, CY)], now())

    def run(forks: dict[str, Fork], ref: str | None = None) -> dict[str, Look]:
        sources = [Source(here.pseudonym(key), fork.url) for key, fork in forks.items()]
        keys = {here.pseudonym(key): key for key in forks}
        wanted = Wanted(sync.paths(here), ref)
        return {keys[look.source.student]: look for look in sync.sync(here, book, sources, wanted, 2)}

    return run


class TestLooks:
    def test_one_after_the_other(self, here, book, forks, synced):
        first = forks[ANN].put(PATH, b"x = 1\n")
        looks = synced(forks)
        assert {key: look.state for key, look in looks.items()} == {ANN: "new", BOB: "nothing pushed"}
        assert book.forks()[here.pseudonym(BOB)].commit == ""
        again = synced(forks)
        assert (again[ANN].state, again[ANN].found) == ("unchanged", ())
        second = forks[ANN].put(PATH, b"x = 2\n")
        assert synced({ANN: forks[ANN]})[ANN].state == "new"
        ann = here.pseudonym(ANN)
        seen = book.sightings(ann)
        assert [one.commit for one in seen] == [first, second]
        assert seen[0].not_before is None
        assert seen[1].not_before == again[ANN].at
        assert [book.source(one.attempt) for one in book.submissions(ann)] == [b"x = 1\n", b"x = 2\n"]

    def test_one_that_is_gone_keeps_what_it_had_and_troubles_nobody(self, here, book, forks, synced):
        commit = forks[ANN].put(PATH, b"x = 1\n")
        forks[BOB].put(PATH, b"x = 2\n")
        synced(forks)
        forks[BOB].put(PATH, b"x = 3\n")
        forks[ANN].folder.rename(forks[ANN].folder.with_name("gone"))
        looks = synced(forks)
        assert (looks[ANN].state, looks[BOB].state) == ("refused", "new")
        known = book.forks()[here.pseudonym(ANN)]
        assert known.commit == commit
        assert "does not appear to be a git repository" in known.problem

    @pytest.mark.parametrize(
        ("path", "data", "problem"),
        [
            ("other.py", b"x = 1\n", "tiny/tiny.py is missing"),
            (PATH, b" \n", "tiny/tiny.py is empty"),
            (PATH, b"\xff\xfe", "tiny/tiny.py is not UTF-8"),
        ],
    )
    def test_what_is_no_attempt_is_said(self, here, book, forks, synced, path, data, problem):
        forks[ANN].put(path, data)
        assert synced({ANN: forks[ANN]})[ANN].state == "new"
        (found,) = book.submissions(here.pseudonym(ANN))
        assert found.problem.startswith(problem)

    def test_a_commit_that_was_fetched_and_not_written_down(self, here, book, forks, synced):
        commit = forks[ANN].put(PATH, b"x = 1\n")
        Repository(here.fork(here.pseudonym(ANN))).fetch(forks[ANN].url, "HEAD")
        assert synced({ANN: forks[ANN]})[ANN].commit == commit
        assert len(book.submissions()) == 1

    def test_another_command_at_work(self, here, forks, synced):
        with sync.alone(here), pytest.raises(UsageError, match="another grader cohort sync is at work"):
            synced(forks)


class TestAddresses:
    def test_of_the_roster_of_the_pattern_and_of_nobody(self, class_folder):
        text = class_folder.read("roster.csv").replace("section\n", "section,repository\n")
        class_folder.write("roster.csv", text.replace("11,A\n", "11,A,https://example.org/ann\n"))
        pattern = 'repositories = "https://github.com/org/cs101-{github}.git"\n'
        class_folder.write("class.toml", pattern + class_folder.read("class.toml"))
        from grader.cohort import room

        here = room.enter(class_folder.path)
        found = addresses.find(here, roster.read(here))
        assert {one.student: one.url for one in found.sources} == {
            here.pseudonym(ANN): "https://example.org/ann",
            here.pseudonym(BOB): "https://github.com/org/cs101-bobb.git",
        }
        assert found.missing == {here.pseudonym(CY): "the roster has no github for this student"}

    def test_without_either(self, here):
        found = addresses.find(here, roster.read(here), [here.pseudonym(ANN)])
        assert found.sources == ()
        assert "give class.toml a line like" in found.missing[here.pseudonym(ANN)]


class TestPushes:
    def test_a_servers_word(self, here, book, forks, synced, tmp_path):
        commit = forks[ANN].put(PATH, b"x = 1\n")
        synced(forks)
        (tmp_path / "activity.json").write_text(
            f'[{{"after": "{commit}", "timestamp": "2026-12-01T10:00:00Z", "activity_type": "push"}},'
            f' {{"after": "{"0" * 40}", "timestamp": "2026-12-01T11:00:00Z", "activity_type": "branch_deletion"}},'
            f' {{"after": "{"1" * 40}", "timestamp": "2026-12-01T11:00:00Z", "activity_type": "push"}}]'
        )
        taken = pushes.take(book, roster.read(here), tmp_path / "activity.json")
        assert (taken.known, taken.unknown, taken.shared) == (1, 1, ())
        (seen,) = book.sightings(here.pseudonym(ANN))
        assert str(seen.pushed_at) == "2026-12-01 10:00:00+00:00"
        assert seen.source == "activity.json"

    def test_a_commit_of_two_needs_a_name(self, here, book, forks, synced, tmp_path):
        commit = {fork.put(PATH, b"x = 1\n") for fork in forks.values()}.pop()
        synced(forks)
        table = tmp_path / "times.csv"
        table.write_text(f"commit,pushed_at\n{commit},2026-12-01T10:00:00Z\n")
        assert pushes.take(book, roster.read(here), table).shared == (commit,)
        table.write_text(f"commit,pushed_at,student\n{commit},2026-12-01T10:00:00Z,bobb\n")
        assert pushes.take(book, roster.read(here), table).known == 1
        assert [bool(one.pushed_at) for one in book.sightings(here.pseudonym(BOB))] == [True]
        assert [bool(one.pushed_at) for one in book.sightings(here.pseudonym(ANN))] == [False]

    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("a.json", "[]", "tells of no push"),
            ("a.json", "{", "neither JSON nor a table"),
            ("a.csv", "commit\n1\n", "needs the columns"),
            ("a.csv", "commit,pushed_at\nx,2026-12-01T10:00:00Z\n", "line 2: 'x' is no commit"),
            ("a.csv", f"commit,pushed_at\n{'1' * 40},2026-12-01 10:00\n", "no moment with a zone"),
        ],
    )
    def test_a_broken_file(self, here, book, tmp_path, name, text, said):
        (tmp_path / name).write_text(text)
        with pytest.raises(UsageError, match=said):
            pushes.take(book, roster.read(here), tmp_path / name)


class TestFolders:
    @pytest.mark.parametrize(
        "name",
        [
            "tiny/ann-a.py",
            "1001/tiny.py",
            "archerann_12345_678_tiny.py",
            "Ann Archer_99_assignsubmission_file_/tiny.py",
            "tiny/Archer, Ann.py",
            "ann@example.org/week 1/tiny.py",
        ],
    )
    def test_whose_and_what(self, here, tmp_path, name):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True)
        path.write_text("x = 1\n")
        found = folders.read(tmp_path / "in", roster.read(here), here.plan.topics)
        assert found.unmatched == ()
        assert {who: [one.source for one in those] for who, those in found.found.items()} == {
            here.pseudonym(ANN): [b"x = 1\n"]
        }

    def test_who_is_not_known_is_listed(self, here, tmp_path):
        for name in ("tiny/zoe.py", "ann-a/other.py", "ann-a_bobb_tiny.py"):
            (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "in" / name).write_text("x = 1\n")
        found = folders.read(tmp_path / "in", roster.read(here), here.plan.topics)
        assert found.found == {}
        assert found.unmatched == ("ann-a/other.py", "ann-a_bobb_tiny.py", "tiny/zoe.py")

    def test_two_for_one_topic(self, here, tmp_path):
        for name in ("tiny/ann-a.py", "ann-a/tiny.py"):
            (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "in" / name).write_text("x = 1\n")
        with pytest.raises(UsageError, match="are both tiny of one student"):
            folders.read(tmp_path / "in", roster.read(here), here.plan.topics)

    def test_no_name_is_in_what_is_kept(self, here, tmp_path):
        path = tmp_path / "in" / "tiny" / "Archer Ann.py"
        path.parent.mkdir(parents=True)
        path.write_text("")
        (those,) = folders.read(tmp_path / "in", roster.read(here), here.plan.topics).found.values()
        assert those[0].problem.startswith("the file is empty")
