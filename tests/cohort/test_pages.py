"""sync, report, similar and feedback, as they are typed in the folder of a class; the judgements are made by hand."""

from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from grader import __version__
from grader.cohort import commands_report, commands_sync, room
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.rows import Judgement
from grader.errors import UsageError
from grader.verdicts import AttemptResult, Evidence, TestResult
from tests.cohort.forks import Fork

ATTEMPTS = {"1001": b"def double(n):\n    return 2 * n\n", "1002": b"def double(n):\n    return n + 1\n"}
SECRET_INPUT = "double(4711)"


@pytest.fixture
def synced(class_folder, monkeypatch, tmp_path) -> Path:
    """The folder of a class whose students have handed in; the third one has no repository."""
    rows = class_folder.read("roster.csv").splitlines()
    lines = [f"{rows[0]},repository"]
    for row in rows[1:]:
        key = row.partition(",")[0]
        if key in ATTEMPTS:
            fork = Fork(tmp_path / "forks" / f"{key}.git")
            fork.put("tiny/tiny.py", ATTEMPTS[key])
            row += f",{fork.folder}"
        else:
            row += ","
        lines.append(row)
    class_folder.write("roster.csv", "\n".join(lines) + "\n")
    monkeypatch.chdir(class_folder.path)
    assert commands_sync.sync([], None, None, None, 2) == 1  # one has no address
    return class_folder.path


@pytest.fixture
def graded(synced) -> Path:
    """The same, judged and released."""
    here = room.enter()
    with Gradebook(here.gradebook) as book:
        suites = {"tiny": here.catalog.get("tiny").suite_digest}
        by = book.grading(suites, here.plan.seed, __version__, "any", now())
        for one in book.submissions():
            if one.attempt:
                passed = book.source(one.attempt) == ATTEMPTS["1001"]
                book.judged([_judgement(by.key("tiny", one.attempt), passed)])
        book.release(by.id, "me", now())
    return synced


def _judgement(key, passed: bool) -> Judgement:
    evidence = None if passed else Evidence("It gives another value.", SECRET_INPUT, expected="9422", actual="4712")
    verdict = "passed" if passed else "failed"
    tests = (
        TestResult("TestDouble::test_it", "test_it", "TestDouble", "It doubles.", verdict, "1", evidence=evidence),
    )
    result = AttemptResult("tiny", 1, "tiny.py", tests, attempt_sha256=key.attempt, seed=key.seed)
    return Judgement(key, str(Fraction(int(passed))), "1", "sealed", msgspec.json.encode(result))


class TestSync:
    def test_what_is_said(self, synced, capsys):
        capsys.readouterr()
        assert commands_sync.sync(["ann-a", "1002"], None, None, None, 2) == 0
        said = capsys.readouterr().out
        assert "Repositories that were looked at: 2" in said
        assert "unchanged            2" in said

    def test_who_has_no_address_is_named_by_pseudonym(self, synced, capsys):
        capsys.readouterr()
        assert commands_sync.sync([], None, None, None, 2) == 1
        said = capsys.readouterr().out
        assert room.enter().pseudonym("1003") in said
        assert "Cy" not in said

    def test_a_folder(self, synced, tmp_path, capsys):
        (tmp_path / "in" / "tiny").mkdir(parents=True)
        (tmp_path / "in" / "tiny" / "cy@example.org.py").write_bytes(ATTEMPTS["1002"])
        assert commands_sync.sync([], None, None, tmp_path / "in", 2) == 0
        assert "1 file of 1 student taken" in capsys.readouterr().out
        with Gradebook(room.enter().gradebook) as book:
            assert len({one.attempt for one in book.submissions() if one.attempt}) == 2
            assert len([one for one in book.submissions() if one.attempt]) == 3


class TestReport:
    def test_it_is_written(self, graded, tmp_path, capsys):
        assert commands_report.report(tmp_path / "report.html", False) == 0
        text = (tmp_path / "report.html").read_text("utf-8")
        assert "2 of 3 have begun tiny; 50 % of the 2 graded have full points" in text
        assert "Ann Archer" not in text
        assert room.enter().pseudonym("1001") in text
        assert f">{room.enter().plan.seed}<" not in text

    def test_with_names(self, graded, tmp_path):
        commands_report.report(tmp_path / "report.html", True)
        assert "Ann Archer" in (tmp_path / "report.html").read_text("utf-8")

    def test_before_anything_is_graded(self, synced, tmp_path):
        with pytest.raises(UsageError, match="nothing is graded yet"):
            commands_report.report(tmp_path / "report.html", False)


class TestSimilar:
    def test_pages_and_a_table(self, graded, tmp_path, capsys):
        assert commands_report.compare(tmp_path / "alike", [], [], False) == 0
        assert "none more alike than usual" in capsys.readouterr().out
        assert (tmp_path / "alike" / "similar.csv").read_text().startswith("topic,one,other")
        assert "similar attempts" in (tmp_path / "alike" / "tiny.html").read_text("utf-8")

    def test_a_topic_that_is_none(self, graded, tmp_path):
        with pytest.raises(UsageError, match="no topic of this class"):
            commands_report.compare(tmp_path / "alike", ["other"], [], False)


class TestFeedback:
    def test_each_gets_theirs_and_nothing_hidden(self, graded, tmp_path):
        assert commands_report.feedback(tmp_path / "out", False) == 0
        here = room.enter()
        ann, bob = ((tmp_path / "out" / here.pseudonym(key)) for key in ("1001", "1002"))
        assert "**30 of 30 points.**" in (ann / "tiny.md").read_text("utf-8")
        text = (bob / "tiny.md").read_text("utf-8")
        assert "**0 of 30 points.**" in text
        assert "It doubles" in text
        for path in (tmp_path / "out").rglob("*.*"):
            assert "4711" not in path.read_text("utf-8")
            assert "Ann" not in path.read_text("utf-8")
            assert '"seed"' not in path.read_text("utf-8")
        data = msgspec.json.decode((bob / "tiny.json").read_bytes())
        assert (data["points"], data["of"], data["tests"][0]["verdict"]) == (0, 30, "failed")

    def test_everything_says_what_was_found(self, graded, tmp_path):
        commands_report.feedback(tmp_path / "out", True)
        bob = tmp_path / "out" / room.enter().pseudonym("1002")
        assert SECRET_INPUT in (bob / "tiny.md").read_text("utf-8")

    def test_before_anything_is_released(self, synced, tmp_path):
        with pytest.raises(UsageError, match="nothing is released yet"):
            commands_report.feedback(tmp_path / "out", False)


class TestTyped:
    """The same through the command itself."""

    def test_one_after_the_other(self, class_folder):
        done = class_folder.run("cohort", "sync", "--only", "ann-a")
        assert (done.status, done.err) == (1, ""), done
        assert "give class.toml a line like repositories" in done.out
        done = class_folder.run("cohort", "report", "report.html")
        assert done.status == 2, done
        assert "nothing is graded yet" in done.err
