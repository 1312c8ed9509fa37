"""Grading a class with real judges, by the commands, from what was handed in to a sum that is explained."""

import os
import signal
from pathlib import Path

import pytest

from grader.cohort import commands, commands_marks, commands_people, roster
from grader.cohort.engines import local
from grader.cohort.engines.work import Work
from grader.cohort.gradebook import Gradebook
from grader.cohort.room import Room
from grader.cohort.rows import Fault, Found, Judgement, Key
from grader.errors import UsageError
from grader.judge.client import Process
from tests.cohort.conftest import NOON

RIGHT = b"def double(n):\n    return n + n\n"
WRONG = b"def double(n):\n    return n * n\n"
BROKEN = b"def double(n:\n"


@pytest.fixture
def handed_in(here: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Two have handed in the same, and one something that is no Python."""
    monkeypatch.chdir(here.folder)
    people = roster.read(here)
    with Gradebook(here.gradebook) as book:
        book.add_students(people.people, NOON)
        for who, source in zip(people.people, (RIGHT, RIGHT, BROKEN), strict=True):
            book.take(who, "u", NOON, "c1", [Found("tiny", source)])
    return here


def test_a_class_is_graded_released_and_explained(handed_in: Room, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.grade([], [], 1, False, None, None, None) == 0
    assert "2 attempts judged in grading 1; 0 left." in capsys.readouterr().out
    assert commands.grade([], [], 1, False, None, None, None) == 0
    assert "0 attempts judged" in capsys.readouterr().out
    with pytest.raises(UsageError, match="add --yes"):
        commands_marks.release("", False, False, "")
    commands_marks.release("", False, True, "Dr. T")
    assert "3 grades would be another one: 0 lower, 3 higher or new." in capsys.readouterr().out
    commands_marks.why("ann-a", "tiny", "")
    said = capsys.readouterr().out
    assert "(released)" in said
    assert "counts     1 of the class's 30 points: 30" in said
    commands_marks.decide("1003", "override", "tiny", "12", "syntax error by the upload", "Dr. T")
    commands_marks.compare("1", "released", csv=True)
    commands.stand()
    said = capsys.readouterr().out
    assert "decision 1: override 12, by Dr. T" in said
    assert "cs101: 3 students" in said
    assert "Next: grader cohort report OUT" in said
    assert "Archer" not in said


def test_a_student_is_forgotten_and_what_others_share_stays(
    handed_in: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError, match="add --yes"):
        commands_people.forget("1003", False)
    handed_in.fork(handed_in.pseudonym("1003")).mkdir(parents=True)
    commands_people.forget("1003", True)
    assert "1 attempts" in capsys.readouterr().out
    assert "Cole" not in handed_in.roster.read_text()
    assert not any(handed_in.forks.iterdir())
    with Gradebook(handed_in.gradebook) as book:
        assert len(book.students()) == 2
        assert {one.student for one in book.submissions()} == set(book.students())


def test_a_list_is_joined_and_who_is_unmatched_is_said(handed_in: Room, capsys: pytest.CaptureFixture[str]) -> None:
    path = handed_in.folder / "accounts.csv"
    path.write_text("username,first_name,last_name,email,section\nccole,Cy,Cole,,B\n")
    assert commands_people.enrol(path, []) == 1
    said = capsys.readouterr().out
    assert "--confirm ccole=1003" in said
    assert "2 in the roster" not in said
    assert commands_people.enrol(path, ["ccole=1003"]) == 0
    assert "1003,Cy Cole,cy@example.org,ccole," in handed_in.roster.read_text()


class Deadly(Process):
    """A judge that is killed whenever it is asked something."""

    def ask(self, task):  # type: ignore[no-untyped-def]
        os.kill(self.pid, signal.SIGKILL)
        self._process.wait()
        yield from super().ask(task)


def test_a_judge_that_dies_is_a_fault_and_never_a_zero(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.judge.client.Process", Deadly)
    key = Key("tiny", "a" * 64, "b" * 64, 7, "0.1.0", "any")
    folders = {"tiny": here.catalog.get("tiny").folder}
    (outcomes,) = local.run([Work(key, RIGHT)], folders, 1)
    (outcome,) = outcomes
    assert isinstance(outcome, Fault)
    assert "the judge has ended" in outcome.message.lower()


def test_two_judges_share_the_work_and_a_suite_that_changes_is_noticed(here: Room) -> None:
    folders = {"tiny": here.catalog.get("tiny").folder}
    suite = here.catalog.get("tiny").suite_digest
    works = [
        Work(Key("tiny", str(number) * 64, suite, 7, "v", "any"), one) for number, one in enumerate((RIGHT, WRONG))
    ]
    works.append(Work(Key("tiny", "9" * 64, "old", 7, "v", "any"), RIGHT))
    found = {one.key.attempt[0]: one for outcomes in local.run(works, folders, 2) for one in outcomes}
    right, wrong, old = (found[name] for name in "019")
    assert isinstance(right, Judgement)
    assert isinstance(wrong, Judgement)
    assert (right.score, right.points, wrong.score) == ("4", "4", "0")
    assert isinstance(old, Fault)


def test_a_shard_needs_a_file(handed_in: Room, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="belong together"):
        commands.grade([], [], 1, False, None, "1/2", None)
    with pytest.raises(UsageError, match="belong together"):
        commands.grade([], [], 1, False, None, None, tmp_path / "x")
