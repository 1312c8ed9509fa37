"""Feedback is posted once, whatever happens meanwhile: to a real server over HTTP, through a stand-in for `gh`."""

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader import __version__
from grader.cohort import commands_report, github, pace, room, roster
from grader.cohort.github import Trouble, repository
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.pace import Pace
from grader.cohort.rows import Found
from grader.errors import GraderError, UsageError
from tests.cohort.hub import TOKEN, Hub, Issue, Repository, gh, serving
from tests.cohort.test_pages import ATTEMPTS, SECRET_INPUT, _judgement
from tests.conftest import Folder

SLOWER = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."


@pytest.fixture
def hub(class_folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """Three students with a repository each, judged and released, and the server that has the repositories."""
    rows = class_folder.read("roster.csv").splitlines()
    names = ["repository", "https://github.com/cs/ann.git", "git@github.com:cs/bob.git", "https://github.com/cs/cy"]
    class_folder.write("roster.csv", "".join(f"{row},{name}\n" for row, name in zip(rows, names, strict=True)))
    monkeypatch.chdir(class_folder.path)
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        book.add_students(roster.read(here).people, now())
        for who, person in roster.read(here):
            book.take(who, "u", now(), "c1", [Found("tiny", ATTEMPTS.get(person.student, b"x = 1\n"))])
        suites = {"tiny": here.catalog.get("tiny").suite_digest}
        by = book.grading(suites, here.plan.seed, __version__, "any", now())
        for one in book.submissions():
            book.judged([_judgement(by.key("tiny", one.attempt), book.source(one.attempt) == ATTEMPTS["1001"])])
        book.release(by.id, "me", now())
    monkeypatch.setenv("PATH", f"{gh(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GH_TOKEN", TOKEN)
    monkeypatch.delenv("GH_HOST", raising=False)
    with serving(Hub({f"cs/{name}": Repository() for name in ("ann", "bob", "cy")})) as hub:
        monkeypatch.setenv("HUB", hub.url)
        yield hub


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the pace, of which another test is."""
    monkeypatch.setattr(pace, "LIMITS", ((1, 0.0),))


def post(tmp_path: Path, everything: bool = False, **more: bool | tuple[str, ...]) -> int:
    return commands_report.feedback(tmp_path / "out", everything, True, **more)


def numbers(hub: Hub) -> list[int]:
    return [len(issues) for issues in hub.issues().values()]


@pytest.mark.usefixtures("hasty")
class TestPost:
    def test_one_issue_each_with_nothing_hidden(self, hub, tmp_path):
        assert post(tmp_path) == 0
        assert numbers(hub) == [1, 1, 1]
        here = room.enter()
        for (who, person), (issue,) in zip(roster.read(here), hub.issues().values(), strict=True):
            assert issue.title == "Feedback: tiny"
            assert (tmp_path / "out" / who / "tiny.md").read_text("utf-8") in issue.body
            for word in (who, person.student, person.name, "seed", SECRET_INPUT, "4711"):
                assert word not in issue.body
        assert "**30 of 30 points.**" in hub.issues()["cs/ann"][0].body

    def test_again_and_nothing_is_asked(self, hub, tmp_path, capsys):
        post(tmp_path)
        hub.requests.clear()
        assert post(tmp_path) == 0
        assert hub.requests == []
        assert "On GitHub: 3 there already." in capsys.readouterr().out

    def test_a_lost_memory_is_found_on_the_server_beyond_the_first_page(self, hub, tmp_path):
        for one in hub.repositories.values():
            one.issues += [Issue(number, "Other", "text") for number in (1, 2, 3)]
        post(tmp_path)
        forget_posts()
        assert post(tmp_path) == 0
        assert numbers(hub) == [4, 4, 4]
        assert len(hub.writes) == 3

    @pytest.mark.parametrize("forgotten", [False, True])
    def test_a_changed_text_takes_the_place_of_the_earlier(self, hub, tmp_path, forgotten):
        post(tmp_path)
        if forgotten:
            forget_posts()
        assert post(tmp_path, everything=True) == 0
        assert numbers(hub) == [1, 1, 1]
        assert [issues[0].edits for issues in hub.issues().values()] == [0, 1, 1]  # Ann's is the same
        assert SECRET_INPUT in hub.issues()["cs/bob"][0].body

    def test_a_mark_that_a_student_wrote_is_none(self, hub, tmp_path):
        post(tmp_path)
        bodies = {name: issues[0].body for name, issues in hub.issues().items()}
        forget_posts()
        for name, one in hub.repositories.items():
            one.issues[:] = [Issue(1, "Feedback: tiny", bodies[name], author="student")]
        assert post(tmp_path) == 0
        assert numbers(hub) == [2, 2, 2]

    def test_one_students_trouble_is_theirs(self, hub, tmp_path, capsys):
        del hub.repositories["cs/ann"]
        hub.repositories["cs/cy"].has_issues = False
        assert post(tmp_path) == 1
        said = capsys.readouterr().out
        assert "On GitHub: 1 posted." in said
        assert "no such repository, or your login does not see it (404)" in said
        assert "gh repo edit OWNER/NAME --enable-issues (410)" in said
        assert "2 texts could not be posted" in said

    def test_a_grade_is_not_for_everybody(self, hub, tmp_path, capsys):
        hub.repositories["cs/bob"].private = False
        assert post(tmp_path) == 1
        assert numbers(hub) == [1, 0, 1]
        assert "would read a grade" in capsys.readouterr().out
        assert post(tmp_path, public=True) == 0
        assert numbers(hub) == [1, 1, 1]

    def test_for_one_alone(self, hub, tmp_path):
        assert post(tmp_path, only=("bobb",)) == 0
        assert numbers(hub) == [0, 1, 0]

    @pytest.mark.parametrize(
        "refusal",
        [(403, {"Retry-After": "1"}, SLOWER), (429, {"Retry-After": "1"}, ""), (403, {}, SLOWER)],
    )
    def test_it_waits_where_it_is_told_to(self, hub, tmp_path, capsys, refusal, monkeypatch):
        monkeypatch.setattr(github, "FIRST_WAIT", 0.1)
        hub.refusals = [refusal]
        assert post(tmp_path) == 0
        assert numbers(hub) == [1, 1, 1]
        assert "github.com asks to go slower: waiting" in capsys.readouterr().err

    def test_it_waits_for_the_next_hour_by_the_servers_clock(self, hub, tmp_path, capsys):
        reset = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(now().timestamp()) + 1)}
        hub.refusals = [(403, reset, "API rate limit exceeded")]
        assert post(tmp_path) == 0
        assert numbers(hub) == [1, 1, 1]

    def test_what_is_forbidden_is_no_haste(self, hub, tmp_path, capsys):
        hub.refusals = [(403, {}, "Resource not accessible by integration")]
        assert post(tmp_path) == 1
        assert sorted(numbers(hub)) == [0, 1, 1]
        assert "your login may not write there (403)" in capsys.readouterr().out

    def test_a_wait_that_is_too_long_ends_it_and_the_next_run_goes_on(self, hub, tmp_path):
        post(tmp_path, only=("ann-a",))
        hub.refusals = [(429, {"Retry-After": "86400"}, "")]
        with pytest.raises(GraderError, match="run it again later"):
            post(tmp_path)
        assert post(tmp_path) == 0
        assert numbers(hub) == [1, 1, 1]

    def test_without_gh_or_a_login(self, hub, tmp_path, monkeypatch):
        monkeypatch.setenv("GH_TOKEN", "")
        with pytest.raises(UsageError, match="run gh auth login"):
            post(tmp_path)
        monkeypatch.setenv("GH_TOKEN", "wrong")
        with pytest.raises(UsageError, match="run gh auth login"):
            post(tmp_path)
        monkeypatch.setenv("PATH", str(tmp_path / "none"))
        with pytest.raises(UsageError, match="gh is not installed"):
            post(tmp_path)

    def test_a_student_who_is_forgotten(self, hub, tmp_path):
        post(tmp_path)
        here = room.enter()
        with Gradebook(here.gradebook) as book:
            assert book.forget(here.pseudonym("1001"))["posts"] == 1
            assert len(book.posts()) == 2


def forget_posts() -> None:
    book = sqlite3.connect(room.enter().gradebook)
    book.execute("DELETE FROM post")
    book.commit()
    book.close()


@pytest.mark.parametrize("write", [1, 2])
def test_killed_between_the_post_and_the_memory_of_it(hub: Hub, tmp_path: Path, write: int) -> None:
    command = [sys.executable, "-m", "grader", "cohort", "feedback", "feedback", "--post"]
    hub.hold = write
    first = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert hub.held.wait(60)
    finally:
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    hub.go.set()
    assert sum(numbers(hub)) == write
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode, numbers(hub)) == (0, [1, 1, 1]), done
    assert f"On GitHub: {3 - write} posted, {write} there already." in done.stdout
    assert len(hub.writes) == 3
    assert all(later - earlier >= 1 for earlier, later in itertools.pairwise(hub.writes[write:]))


class TestPace:
    def test_one_a_second_and_less_than_eighty_a_minute(self, monkeypatch):
        clock = Clock(monkeypatch)
        pace_of = Pace(lambda line: None)
        for _ in range(1000):
            pace_of.wait()
            pace_of.written()
            clock.written.append(clock.now)
        for number, span in ((1, 1), (80, 60), (500, 3600)):
            times = clock.written
            assert all(times[at + number] - times[at] >= span for at in range(len(times) - number))
        assert clock.now < 3 * 3600

    def test_what_an_earlier_run_has_written_counts(self, monkeypatch):
        clock, said = Clock(monkeypatch), []
        Pace(said.append, [600.0] * 480).wait()
        assert clock.now == pytest.approx(3000)
        assert said == ["GitHub takes 500 writes an hour: waiting 3000 s"]


class Clock:
    """A clock that stands still until somebody waits."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.written: list[float] = []
        patch.setattr(pace, "time", self)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.mark.parametrize(
    "url", ["https://github.com/cs/a-b.c.git", "git@github.com:cs/a-b.c.git", "ssh://git@github.com/cs/a-b.c"]
)
def test_addresses(url: str) -> None:
    assert repository(url) == "cs/a-b.c"


@pytest.mark.parametrize("url", ["file:///home/cs/a", "https://gitlab.com/cs/a", "https://github.com.evil.org/cs/a"])
def test_addresses_elsewhere(url: str) -> None:
    with pytest.raises(Trouble, match=r"no repository on github\.com"):
        repository(url)
