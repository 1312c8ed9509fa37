"""What can be typed reaches what does it: each command of the group, in one process."""

import pytest
from typer.testing import CliRunner

from grader.cli.cohort import app
from grader.cohort.room import Room
from grader.errors import GraderError, UsageError

HELPED = ("roster", "grade", "merge", "status", "decide", "explain", "diff", "release", "export", "forget")


def typed(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, words)
    if isinstance(done.exception, GraderError):  # which the command line's one way out says
        raise done.exception
    return done.exit_code, done.output


@pytest.mark.parametrize("command", HELPED)
def test_each_command_says_what_it_does(command: str) -> None:
    status, said = typed(command, "--help")
    assert status == 0
    assert f"{command} [OPTIONS]" in said


def test_what_is_typed_is_done(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here.folder)
    assert typed("status")[1].endswith("Next: grader cohort sync: fetch what was handed in\n")
    status, said = typed("decide", "1001", "extend", "48 h", "--topic", "tiny", "--reason", "ill", "--author", "Dr. T")
    assert (status, "decision 1: extend 48 h, by Dr. T" in said) == (0, True)
    assert typed("grade", "--jobs", "1", "--topic", "tiny")[1] == "0 attempts judged in grading 1; 0 left.\n"
    assert "due        2026-12-14 23:59:00" in typed("explain", "ann-a", "tiny")[1]
    assert typed("diff", "1", "1")[1] == "0 grades would be another one: 0 lower, 0 higher or new.\n"
    with pytest.raises(UsageError, match="nothing counts yet"):
        typed("export", "csv")
    with pytest.raises(UsageError, match="nothing was released"):
        typed("release")
    assert typed("release", "--yes")[0] == 0
    assert typed("export", "csv", "--out", "there")[0] == 0
    assert (here.folder / "there" / "grades.csv").is_file()
    assert typed("export", "canvas")[0] == 1, "nobody has a grade yet, and each is named"
    with pytest.raises(UsageError, match="belong together"):
        typed("grade", "--shard", "1/2")
    with pytest.raises(UsageError, match="can't be read"):
        typed("merge", "none.jsonl")
    with pytest.raises(UsageError, match="can't be read"):
        typed("roster", "none.csv")
    assert typed("forget", "1001", "--yes")[0] == 0
