"""The gradebook: what it has taken it keeps, once, and what was judged or decided is never changed."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from grader.cohort import disks, gradebook, schema
from grader.cohort.gradebook import Gradebook
from grader.cohort.rows import Decision, Fault, Found, Judgement, Key
from grader.errors import GraderError, UsageError
from grader.verdicts import MAX_SEED
from tests.cohort.conftest import NOON

KEY = Key("tiny", "a" * 64, "b" * 64, MAX_SEED, "0.1.0", "any")
HOUR = timedelta(hours=1)


def judgement(key: Key = KEY, score: str = "7/2") -> Judgement:
    return Judgement(key, score, "4", "sealed", b"{}", "here", NOON, 0.5)


def test_rows_come_out_as_they_went_in(book: Gradebook) -> None:
    book.add_students(["s-1", "s-2", "s-1"], NOON)
    assert book.students() == ["s-1", "s-2"]
    assert book.judged([judgement()]) == 1
    kept = book.judgement(KEY)
    assert kept is not None
    assert (kept.key, kept.score, kept.points, kept.result, kept.judged_at) == (KEY, "7/2", "4", b"{}", NOON)
    assert book.judgements()[KEY].result == b"", "large, and not asked for"


def test_the_same_key_is_judged_once(book: Gradebook) -> None:
    assert book.judged([judgement(), judgement(score="0")]) == 1
    assert book.judged([judgement(score="0")]) == 0
    assert [one.score for one in book.judgements().values()] == ["7/2"]


def test_a_fault_is_counted_until_there_is_a_judgement(book: Gradebook) -> None:
    book.faulted(Fault(KEY, "the judge has ended"))
    book.faulted(Fault(KEY, "again", 1, NOON))
    assert book.faults() == {KEY: Fault(KEY, "again", 2, NOON)}
    book.judged([judgement()])
    assert book.faults() == {}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgement SET score = '4'",
        "DELETE FROM judgement",
        "UPDATE decision SET reason = 'x'",
        "DELETE FROM decision",
        "REPLACE INTO decision SELECT id, student, topic, kind, '99', reason, author, at FROM decision",
        "REPLACE INTO judgement SELECT id, topic, attempt, suite, seed, grader, isolation, '99', points, level, result,"
        " host, judged_at, seconds FROM judgement",
        "DELETE FROM release",
    ],
)
def test_what_was_judged_or_decided_stays_whoever_asks(book: Gradebook, statement: str) -> None:
    book.add_students(["s-1"], NOON)
    book.judged([judgement()])
    book.decide(Decision("s-1", "tiny", "override", "3", "misread", "teacher", NOON))
    book.grading({"tiny": "b"}, 7, "0.1.0", "any", NOON)
    book.release(1, "teacher", NOON)
    before = (book.judgements(), book.decisions(), book.releases())
    other = sqlite3.connect(book.path)
    with contextlib.suppress(sqlite3.IntegrityError), other:
        other.execute(statement)
    other.close()
    assert (book.judgements(), book.decisions(), book.releases()) == before


def test_a_first_sighting_is_kept_with_the_look_before_it(book: Gradebook) -> None:
    book.add_students(["s-1"], NOON)
    book.take("s-1", "u", NOON, "", [])
    book.fail("s-1", "u", NOON + HOUR, "no answer")
    assert book.forks()["s-1"].problem == "no answer"
    book.take("s-1", "u", NOON + 2 * HOUR, "c1", [Found("tiny", b"x = 1\n"), Found("other", problem="a link")])
    book.take("s-1", "u", NOON + 3 * HOUR, "c1", [])
    book.take("s-1", "u", NOON + 4 * HOUR, "c2", [Found("tiny", b"x = 1\n")])
    first, second = book.sightings("s-1")
    assert (first.seen_at, first.not_before, first.last_seen_at) == (NOON + 2 * HOUR, NOON, NOON + 3 * HOUR)
    assert (second.seen_at, second.not_before) == (NOON + 4 * HOUR, NOON + 3 * HOUR)
    fork = book.forks()["s-1"]
    assert (fork.commit, fork.problem, fork.looked_at) == ("c2", "", NOON + 4 * HOUR)
    tiny, other, again = book.submissions()
    assert tiny.attempt == again.attempt
    assert book.source(tiny.attempt) == b"x = 1\n"
    assert (other.attempt, other.problem) == ("", "a link")


def test_a_clock_that_went_back_makes_nobody_late(book: Gradebook) -> None:
    book.add_students(["s-1"], NOON)
    book.take("s-1", "u", NOON + HOUR, "", [])
    book.take("s-1", "u", NOON, "c1", [])
    (seen,) = book.sightings()
    assert (seen.not_before, seen.seen_at) == (None, NOON), "the look before was at a moment that nobody knows"


def test_the_first_push_counts_and_needs_a_known_commit(book: Gradebook) -> None:
    book.add_students(["s-1"], NOON)
    book.take("s-1", "u", NOON, "c1", [])
    assert book.push("s-1", "c1", NOON - HOUR, "activity")
    assert book.push("s-1", "c1", NOON, "later")
    assert not book.push("s-1", "c9", NOON, "activity")
    (seen,) = book.sightings()
    assert (seen.pushed_at, seen.source) == (NOON - HOUR, "activity")


def test_a_release_is_a_grading_as_it_stands(book: Gradebook) -> None:
    one = book.grading({"b": "2", "a": "1"}, MAX_SEED, "0.1.0", "any", NOON)
    assert book.grading({"a": "1", "b": "2"}, MAX_SEED, "0.1.0", "any", NOON + HOUR) == one
    assert one.seed == MAX_SEED
    book.judged([judgement()])
    released = book.release(one.id, "teacher", NOON)
    assert (released.last_judgement, released.last_submission, released.never_lower) == (1, 0, False)


def test_what_fails_inside_leaves_nothing(book: Gradebook) -> None:
    def write() -> None:
        with book.writing():
            book.judged([judgement()])
            book.take("s-unknown", "u", NOON, "c1", [])

    with pytest.raises(GraderError, match="FOREIGN KEY"):
        write()
    assert book.judgements() == {}


def test_forget_takes_what_nobody_shares(book: Gradebook) -> None:
    book.add_students(["s-1", "s-2"], NOON)
    book.take("s-1", "u", NOON, "c1", [Found("tiny", b"mine = 'SECRETWORD'"), Found("other", b"shared = 1")])
    book.take("s-2", "u", NOON, "c2", [Found("other", b"shared = 1")])
    mine, shared = (one.attempt for one in book.submissions("s-1"))
    book.judged([judgement(Key("tiny", mine, "b", 1, "v", "any")), judgement(Key("other", shared, "b", 1, "v", "any"))])
    book.decide(Decision("s-1", "tiny", "comment", "", "why", "teacher", NOON))
    book.decide(Decision("s-2", "tiny", "comment", "", "why", "teacher", NOON))
    gone = book.forget("s-1")
    assert (gone["judgements"], gone["attempts"], gone["decisions"]) == (1, 1, 1)
    assert book.students() == ["s-2"]
    assert (book.source(mine), book.source(shared)) == (None, b"shared = 1")
    assert [one.student for one in book.decisions()] == ["s-2"]
    assert all(b"SECRETWORD" not in path.read_bytes() for path in book.path.parent.glob("gradebook.db*"))


def test_a_newer_gradebook_is_left_alone(book: Gradebook) -> None:
    other = sqlite3.connect(book.path)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(UsageError, match="newer grader"):
        Gradebook(book.path)


@pytest.mark.parametrize("start", range(len(schema.STEPS) + 1))
def test_tables_of_every_age_become_todays(tmp_path: Path, start: int) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    schema.migrate(old, schema.STEPS[:start])
    old.close()
    Gradebook(path).close()
    with Gradebook(tmp_path / "new.db"):
        pass
    found = []
    for name in ("old.db", "new.db"):
        opened = sqlite3.connect(tmp_path / name)
        found.append(opened.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall())
        opened.close()
    assert found[0] == found[1]


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    opened = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(opened, ("CREATE TABLE one (x);\n", "CREATE TABLE two (x);\nCREATE TABLE one (x);\n"))
    assert schema.version(opened) == 0
    assert opened.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    opened.close()


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    path.write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(GraderError, match="not a database"):
        Gradebook(path)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from grader.cohort.gradebook import Gradebook
from grader.cohort.rows import Judgement, Key
book, at = Gradebook(Path(sys.argv[1])), datetime(2026, 12, 1, tzinfo=UTC)
for number in range(10_000):
    key = Key("tiny", f"{number}", "b", 1, "v", "any")
    book.judged([Judgement(key, "1", "4", "sealed", b"{}", "", at)])
    print(number, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(25)]
        os.kill(writer.pid, signal.SIGKILL)
        said += writer.stdout.read().splitlines(keepends=True)
        writer.stdout.close()
        writer.wait()
        last = max(int(line) for line in said if line.endswith(b"\n"))
        with Gradebook(path) as book:
            assert {key.attempt for key in book.judgements()} >= {str(number) for number in range(last + 1)}


def test_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")
    assert disks.remote(tmp_path / "class", mounts) == "nfs4"
    assert disks.remote(Path("/"), mounts) == ""
    monkeypatch.setattr(gradebook, "remote", lambda folder: "nfs4")
    with pytest.raises(UsageError, match="network file system"):
        Gradebook(tmp_path / "gradebook.db")
