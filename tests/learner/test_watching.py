"""The loop of `grader watch`, event by event: what it asks of the judge, and what it leaves alone."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from grader import catalog, workspace
from grader.catalog import Exercise
from grader.formats.live import Live
from grader.judge.protocol import Began, Done, Fault, Job, Judged
from grader.learner import watching
from grader.learner.keys import Closed, Key, keys
from grader.learner.warm import Broke, Heard
from grader.learner.watching import Saved, Watching
from grader.verdicts import AttemptResult, Evidence, TestResult
from tests.conftest import TINY

TESTS = ("TestDouble::test_doubles", "TestDouble::test_cases[3]", "TestOften::test_again")


@dataclass
class Judge:
    """A judge that says what the test has it say."""

    jobs: list[tuple[Job, ...]] = field(default_factory=list)
    given_up: int = 0

    def begin(self, jobs: tuple[Job, ...]) -> int:
        self.jobs.append(jobs)
        return len(self.jobs)

    def give_up(self) -> None:
        self.given_up += 1


@dataclass
class Outside:
    """What was left to others."""

    did: list[str] = field(default_factory=list)

    def page(self, key: str, exercise: Exercise) -> None:
        self.did.append(f"page {key}")

    def edit(self, path: Path) -> None:
        self.did.append(f"edit {path.name}")

    def follow(self, path: Path) -> None:
        self.did.append(f"follow {path.name}")

    def later(self, seconds: float, event: object) -> None:
        self.did.append(f"later {event}")


class Loop:
    """A session without a terminal and without a judge."""

    def __init__(self, folder: Path) -> None:
        for name, text in TINY.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        exercises = catalog.load(folder / "exercises")
        found = workspace.make(folder)
        found.start(exercises.get("tiny"))
        self.file = folder / "tiny/tiny.py"
        self.file.write_text("x = 0\n")
        self.judge, self.outside = Judge(), Outside()
        judge: Any = self.judge
        self.session = Watching(found, exercises, exercises.get("tiny"), judge, Live(), self.outside)
        self.session.begin()

    def save(self, text: str) -> None:
        self.file.write_text(text)
        self.session.handle(Saved())

    def type(self, *names: str) -> None:
        for name in names:
            self.session.handle(Key(name))

    def hear(self, event: Any, turn: int | None = None) -> None:
        self.session.handle(Heard(turn or len(self.judge.jobs), event))

    def end(self, *failing: str) -> None:
        """The check at work ends, with these tests failing."""
        tests = tuple(result(one, one in failing) for one in TESTS)
        self.hear(Done(AttemptResult("tiny", 3, "tiny.py", tests)))

    @property
    def last(self) -> Job:
        return self.judge.jobs[-1][0]


def result(name: str, fails: bool) -> TestResult:
    part, why = name.partition("::")[0], Evidence("it is wrong", snippet=f"try({name!r})")
    return TestResult(name, name, part, f"claim of {name}", "failed" if fails else "passed", "1", evidence=why)


@pytest.fixture
def loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loop:
    monkeypatch.chdir(tmp_path)
    return Loop(tmp_path)


def test_what_failed_last_is_judged_first(loop: Loop) -> None:
    assert loop.last.first == ()
    loop.end(TESTS[1], TESTS[2])
    loop.save("x = 1\n")
    assert loop.last.first == (TESTS[1], TESTS[2])
    loop.end(TESTS[2])
    loop.save("x = 2\n")
    assert loop.last.first == (TESTS[2],)


def test_the_failure_that_is_worked_on_stays_the_one_that_is_shown(
    loop: Loop, capsys: pytest.CaptureFixture[str]
) -> None:
    loop.end(TESTS[2])
    loop.save("x = 1\n")
    capsys.readouterr()
    loop.end(TESTS[0], TESTS[2])

    shown = capsys.readouterr().out
    assert f"claim of {TESTS[2]}" in shown
    assert f"claim of {TESTS[0]}" not in shown


def test_a_failure_is_shown_before_the_rest_is_judged(loop: Loop, capsys: pytest.CaptureFixture[str]) -> None:
    loop.hear(Began("tiny", "tiny.py", 3))
    loop.hear(Judged(result(TESTS[0], fails=False)))
    assert "claim of" not in capsys.readouterr().out
    loop.hear(Judged(result(TESTS[1], fails=True)))
    shown = capsys.readouterr().out
    assert f"claim of {TESTS[1]}" in shown
    assert "2 of 3 tests so far" in shown
    assert "points" not in shown


def test_the_same_text_is_judged_once(loop: Loop) -> None:
    loop.end()
    loop.session.handle(Saved())
    assert len(loop.judge.jobs) == 1


def test_a_save_at_the_beginning_of_a_check_waits_for_it(loop: Loop) -> None:
    loop.save("x = 1\n")
    assert (len(loop.judge.jobs), loop.judge.given_up) == (1, 0)
    assert loop.outside.did == ["later Saved()"]
    loop.end()
    assert (len(loop.judge.jobs), loop.last.source) == (2, b"x = 1\n")


def test_a_save_in_a_check_that_lasts_ends_it(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PATIENCE_SECONDS", 0.0)
    loop.session.handle(Saved())
    assert loop.judge.given_up == 0  # nothing is new
    loop.save("x = 1\n")
    assert (len(loop.judge.jobs), loop.judge.given_up) == (2, 1)
    loop.hear(Fault("the judge has ended"), turn=1)
    loop.type("h")
    assert loop.outside.did == []


def test_keys_wait_for_the_end_of_a_check_and_one_may_quit(loop: Loop) -> None:
    loop.type("h", "c", "r", "y", "o")
    assert (loop.outside.did, len(loop.judge.jobs)) == ([], 1)
    loop.type("q")
    assert loop.session.over


def test_without_a_result_the_next_save_tries_again_and_nothing_else_does(
    loop: Loop, capsys: pytest.CaptureFixture[str]
) -> None:
    loop.hear(Fault("the machine was too busy"))
    assert "the machine was too busy" in capsys.readouterr().out
    assert len(loop.judge.jobs) == 1
    loop.session.handle(Saved())
    assert len(loop.judge.jobs) == 2


def test_a_terminal_that_is_gone_ends_it_and_a_bug_is_told(loop: Loop) -> None:
    loop.session.handle(Closed())
    assert loop.session.over
    with pytest.raises(ZeroDivisionError):
        loop.session.handle(Broke(ZeroDivisionError()))


@pytest.mark.parametrize(
    ("typed", "names"),
    [("q", "q"), ("ry", "ry"), ("\x1b[A", ""), ("\x1b[1;5Cq", "q"), ("\x1bOPh", "h"), ("\x1b", ""), ("def q():", "")],
)
def test_what_comes_at_once_is_keys_or_was_pasted(typed: str, names: str) -> None:
    assert keys(typed) == names
