"""A full disk, and a clock that jumps: a line that says so, nothing is lost, and the next run goes on."""

import datetime
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cohort import commands_sync, grade, gradebook, grades, roster, sync
from grader.cohort.engines import shards
from grader.cohort.gradebook import Gradebook
from grader.cohort.room import Room
from grader.cohort.rows import Found
from tests.cohort.conftest import NOON
from tests.cohort.forks import Fork
from tests.conftest import environment

HOUR = datetime.timedelta(hours=1)
PATH = "tiny/tiny.py"
DUE = datetime.datetime.fromisoformat("2026-12-14T23:59:00+01:00")

# A disk of its own, with as much room as is asked for; what is said and how it ends, then with room again.
FILL = """
set -eu
mount -t tmpfs -o size=1m disk "$DISK"
cd "$CLASS"
if [ -z "$SHARD" ]; then cp -r "$CLASS" "$CATALOG" "$CATALOG/../solutions" "$DISK"; cd "$DISK/cs101"; fi
free() { df --output=avail "$DISK" | tail -n 1; }
head -c $(( ($(free) - LEFT) * 1024 )) /dev/zero > "$DISK/filling"
set +e
"$PYTHON" -m grader cohort grade --jobs 1 $SHARD
echo "status $?"
rm "$DISK/filling"
"$PYTHON" -m grader cohort grade --jobs 1 $SHARD
echo "status $?"
cp "$DISK"/cs101/gradebook.db* "$DISK"/part.jsonl "$OUT" 2> /dev/null
exit 0
"""


def on_a_small_disk(here: Room, out: Path, left: int, shard: bool = False) -> tuple[list[str], list[str]]:
    """What was said, and what was said of trouble. `left` is how many KiB are free at first; on the disk is the class,
    or a shard's file alone.
    """
    (out / "disk").mkdir()
    where = {"DISK": out / "disk", "CLASS": here.folder, "CATALOG": here.catalog.folder, "OUT": out}
    env = environment(**{name: str(path) for name, path in where.items()}, PYTHON=sys.executable, LEFT=str(left))
    env["SHARD"] = f"--shard 1/1 --out {out}/disk/part.jsonl" if shard else ""
    command = ["unshare", "--user", "--map-root-user", "--mount", "bash", "-c", FILL]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done
    return done.stdout.splitlines(), done.stderr.splitlines()


def can_mount() -> bool:
    command = ["unshare", "--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True).returncode == 0


small_disk = pytest.mark.skipif(not can_mount(), reason="needs a disk of its own")


@pytest.fixture
def handed_in(here: Room) -> Room:
    """Work of three students, of which the attempts fill more than a full disk has."""
    people = roster.read(here)
    with Gradebook(here.gradebook) as book:
        book.add_students(people.people, NOON)
        for number, who in enumerate(people.people):
            source = f"def double(n):\n    return n + n  # {number}\n".encode()
            book.take(who, "u", NOON, "c1", [Found("tiny", source)])
    return here


@small_disk
@pytest.mark.parametrize("left", [0, 36, 60])
def test_a_full_disk_is_one_line_and_nothing_is_lost(
    handed_in: Room, tmp_path_factory: pytest.TempPathFactory, left: int
) -> None:
    out = tmp_path_factory.mktemp("out")
    said, trouble = on_a_small_disk(handed_in, out, left)

    (line,) = trouble
    assert line.startswith("grader: ")
    assert line.endswith("gradebook.db: its disk is full: free some space; nothing was changed by this step")
    assert (said[0], said[-1]) == ("status 3", "status 0")
    with Gradebook(out / "gradebook.db") as book:
        assert len(book.judgements()) == len(book.submissions()) == 3
        assert book.faults() == {}


@small_disk
def test_a_shard_that_does_not_fit_is_one_line_and_is_whole_in_the_end(
    handed_in: Room, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")
    said, trouble = on_a_small_disk(handed_in, out, 4, shard=True)

    (line,) = trouble
    assert line.endswith("part.jsonl can't be written: No space left on device; what it had before stays")
    assert (said[0], said[-1]) == ("status 3", "status 0")
    outcomes, torn = shards.read(out / "part.jsonl")
    assert (len({one.key for one in outcomes}), torn) == (3, 0)


@pytest.fixture
def jump(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    return Clock(monkeypatch)


class Clock:
    """What this machine takes for the time."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def to(self, moment: datetime.datetime) -> None:
        for module in (sync, commands_sync, gradebook):
            self._patch.setattr(module, "now", lambda: moment)


def test_a_clock_that_went_back_is_said_and_the_newest_work_counts_in_time(
    here: Room, tmp_path: Path, jump: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(here.folder)
    fork = Fork(tmp_path / "ann.git")
    text = here.roster.read_text("utf-8").replace("section\n", "section,repository\n")
    here.roster.write_text(text.replace("11,A\n", f"11,A,{fork.folder}\n"), "utf-8")
    ann = here.pseudonym("1001")

    def look(moment: datetime.datetime, source: bytes) -> list[str]:
        jump.to(moment)
        fork.put(PATH, source)
        commands_sync.sync(["1001"], None, None, None, 1)
        return capsys.readouterr().err.splitlines()

    def counting() -> bytes | None:
        with Gradebook(here.gradebook) as book:
            by = grade.grading(here, book, "any")
            (work,) = grade.works(here, book, by, grade.Wanted())
            found = grades.view(here.plan, by, grades.read(book))[ann, "tiny"]
            assert found.submission is not None
            assert found.submission.attempt == work.key.attempt
            assert not found.late
            return work.source

    assert look(DUE - 9 * HOUR, b"x = 1\n") == []
    assert look(DUE + 90 * HOUR, b"x = 2\n") == []  # the clock went wrong
    (line,) = look(DUE + HOUR, b"x = 3\n")  # and right again
    assert line == (
        "The clock of this machine is 3 days, 17:00:00 behind the last look, which was at 2026-12-18 16:59 UTC: "
        "set it right, and see with --times who was late"
    )
    assert counting() == b"x = 3\n", "the newest, by the order of looks"
    assert look(DUE + 2 * HOUR, b"x = 1\n") == []  # an earlier state is the newest again
    assert counting() == b"x = 1\n"
    with Gradebook(here.gradebook) as book:
        assert len(book.sightings(ann)) == 3
