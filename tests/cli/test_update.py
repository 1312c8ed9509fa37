"""`grader update`: a new version of an exercise reaches a started one, and nothing that was written is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TINY, Folder, environment

CATALOG = ("--catalog", "exercises")
MANIFEST, STUB, BRIEF = (f"exercises/tiny/{name}" for name in ("exercise.toml", "tiny.py", "README.md"))
OLD = '''"""Numbers."""


def double(n):
    """Return twice n."""
    raise NotImplementedError


def triple(n):
    """Return thrice n."""
    raise NotImplementedError
'''
MINE = OLD.replace("    raise NotImplementedError", "    return n + n", 1)
NEW = OLD.replace("def triple(n)", "def triple(number)")
CLASHING = OLD.replace("raise NotImplementedError", "raise NotImplementedError('soon')", 1)
CHANGES = '\n[changes]\n4 = "triple calls its argument number."\n2 = "Old news."\n'


@pytest.fixture
def work(tiny: Folder) -> Folder:
    """A workspace with `tiny` started at version 3."""
    tiny.write(STUB, OLD)
    assert tiny.run("start", "tiny", *CATALOG).status == 0
    return tiny


def publish(work: Folder, stub: str, version: int = 4, more: str = CHANGES) -> None:
    """A new version of the exercise."""
    manifest = TINY[MANIFEST].replace("version = 3", f"version = {version}")
    work.write(MANIFEST, manifest + more)
    work.write(STUB, stub)
    work.write(BRIEF, f"# Tiny\n\nVersion {version}: `double(n)` returns twice `n`.\n")


def names(work: Folder) -> list[str]:
    return sorted(path.name for path in (work.path / "tiny").iterdir())


def test_what_was_not_touched_is_the_new_one(work: Folder) -> None:
    publish(work, NEW)

    outcome = work.run("update")

    assert outcome.status == 0, outcome
    assert work.read("tiny/tiny.py") == NEW
    assert "Version 4" in work.read("tiny/README.md")
    assert "tiny: from version 3 to 4" in outcome.out
    assert "triple calls its argument number." in outcome.out
    assert "Old news." not in outcome.out
    assert names(work) == ["README.md", "tiny.py"]
    assert work.run("update").out == "1 topic needs no update.\n"


def test_what_was_written_is_merged_with_what_is_new_and_kept_as_it_was(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, NEW)

    outcome = work.run("update", "tiny")

    assert outcome.status == 0, outcome
    assert work.read("tiny/tiny.py") == MINE.replace("def triple(n)", "def triple(number)")
    [backup] = [name for name in names(work) if name.startswith("tiny.2")]
    assert backup in outcome.out.replace("\n    ", " ")
    assert work.read(f"tiny/{backup}") == MINE


def test_line_ends_of_windows_stay_and_are_no_change(work: Folder) -> None:
    work.write("tiny/tiny.py", OLD.replace("\n", "\r\n"))
    publish(work, NEW)
    work.run("update")
    untouched = (work.path / "tiny/tiny.py").read_bytes()
    work.write(
        "tiny/tiny.py", NEW.replace("    raise NotImplementedError", "    return n + n", 1).replace("\n", "\r\n")
    )
    publish(work, NEW.replace("Numbers.", "More numbers."), version=5)
    outcome = work.run("update")

    assert untouched == NEW.replace("\n", "\r\n").encode()
    assert outcome.status == 0, outcome
    merged = (work.path / "tiny/tiny.py").read_bytes()
    assert b"More numbers." in merged
    assert b"return n + n\r\n" in merged
    assert merged.count(b"\n") == merged.count(b"\r\n")


def test_a_conflict_is_set_beside_and_the_attempt_stays(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, CLASHING)

    outcome = work.run("update")
    again = work.run("update")

    assert outcome.status == 1, outcome
    assert work.read("tiny/tiny.py") == MINE
    merged = work.read("tiny/tiny.merged.py")
    assert merged.count("<<<<<<< your tiny.py\n    return n + n\n") == 1
    assert ">>>>>>> version 4" in merged
    assert "Next: mend tiny/tiny.merged.py, then grader update tiny" in outcome.out
    assert "Version 4" in work.read("tiny/README.md")
    assert again.status == 1, again
    assert "still has both, with marks at line 6" in again.out
    assert names(work) == ["README.md", "tiny.merged.py", "tiny.py"]


def test_a_mended_conflict_is_taken_in(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, CLASHING)
    work.run("update")
    work.write("tiny/tiny.merged.py", "def double(n: int):\n    return n + n\n")

    outcome = work.run("update")

    assert outcome.status == 0, outcome
    assert work.read("tiny/tiny.py") == "def double(n: int):\n    return n + n\n"
    [backup] = [name for name in names(work) if name.startswith("tiny.2")]
    assert work.read(f"tiny/{backup}") == MINE
    assert "tiny.merged.py" not in names(work)
    assert work.run("update").out == "1 topic needs no update.\n"


def test_one_who_deletes_the_merged_file_keeps_their_own_and_the_next_version_still_comes(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, CLASHING)
    work.run("update")
    (work.path / "tiny/tiny.merged.py").unlink()
    publish(work, CLASHING.replace("def triple(n)", "def triple(number)"), version=5)

    outcome = work.run("update")

    assert outcome.status == 0, outcome
    assert "stays as you made it, for version 4" in outcome.out
    assert work.read("tiny/tiny.py") == MINE.replace("def triple(n)", "def triple(number)")


def test_what_a_learner_wrote_into_the_brief_stays(work: Folder) -> None:
    work.write("tiny/README.md", "my notes\n")
    publish(work, NEW)

    outcome = work.run("update")

    assert outcome.status == 0, outcome
    assert work.read("tiny/README.md") == "my notes\n"
    assert "Version 4" in work.read("tiny/README.new.md")


def test_a_start_from_before_nothing_was_kept_loses_nothing(work: Folder) -> None:
    (work.path / ".grader/started/tiny.json").unlink()
    work.write("tiny/tiny.py", MINE)
    publish(work, NEW)

    outcome = work.run("update")

    assert outcome.status == 0, outcome
    assert "what it began from is not known: the new one is tiny.new.py" in outcome.out.replace("\n    ", " ")
    assert work.read("tiny/tiny.py") == MINE
    assert work.read("tiny/tiny.new.py") == NEW
    assert work.run("update").out == "1 topic needs no update.\n"


@pytest.mark.parametrize("text", ["{ not json", '{"began": {"version": 0}}', "[" * 100_000])
def test_a_damaged_memory_of_the_start_loses_nothing(work: Folder, text: str) -> None:
    work.write(".grader/started/tiny.json", text)
    work.write("tiny/tiny.py", MINE)
    publish(work, NEW)

    outcome = work.run("update")

    assert outcome.status == 0, outcome
    assert "can't be read" in outcome.out
    assert work.read("tiny/tiny.py") == MINE


def test_a_text_that_is_not_the_one_that_was_handed_out_is_no_base(work: Folder) -> None:
    path = work.path / ".grader/started/tiny.json"
    path.write_text(path.read_text().replace('"text":"', '"text":"AAAA', 1))
    publish(work, NEW)

    outcome = work.run("update")

    assert "a text is not the one that was handed out" in outcome.out.replace("\n    ", " ")
    assert work.read("tiny/tiny.py") == OLD


def test_without_git_the_new_one_is_set_beside(work: Folder, tmp_path: Path) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, NEW)

    outcome = work.run("update", PATH=str(tmp_path))

    assert outcome.status == 0, outcome
    assert "there is no git here to merge it" in outcome.out.replace("\n    ", " ")
    assert work.read("tiny/tiny.py") == MINE
    assert work.read("tiny/tiny.new.py") == NEW


def test_a_merge_that_python_cannot_read_is_a_conflict(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE.replace('"""Numbers."""', '"""Numbers."""\n\nHERE = ('))
    work.write("tiny/tiny.py", work.read("tiny/tiny.py") + "\n)\n")
    publish(work, NEW.replace("def triple(number)", "def triple(number) -> int"))

    outcome = work.run("update")

    assert "<<<<<<<" not in work.read("tiny/tiny.py")
    assert outcome.status in (0, 1), outcome


def test_a_link_is_neither_read_nor_written_through(work: Folder) -> None:
    secret = work.write("elsewhere.py", OLD)
    (work.path / "tiny/tiny.py").unlink()
    (work.path / "tiny/tiny.py").symlink_to(secret)
    publish(work, NEW)

    outcome = work.run("update")

    assert outcome.status == 2, outcome
    assert "is a link" in outcome.err
    assert secret.read_text() == OLD


def test_what_lies_beside_is_never_overwritten(work: Folder) -> None:
    work.write("tiny/tiny.merged.py", "mine, too\n")
    work.write("tiny/tiny.py", MINE)
    publish(work, CLASHING)

    outcome = work.run("update")

    assert outcome.status == 2, outcome
    assert "tiny.merged.py is there already: put it elsewhere" in outcome.err
    assert work.read("tiny/tiny.merged.py") == "mine, too\n"
    assert work.read("tiny/tiny.py") == MINE


def test_a_full_disk_leaves_everything_as_it_was(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, NEW)
    before = {path: path.read_bytes() for path in work.path.rglob("*") if path.is_file()}
    limit = f"ulimit -f 0; exec {sys.executable} -m grader update"

    done = subprocess.run(["bash", "-c", limit], cwd=work.path, env=environment(), capture_output=True, text=True)

    assert done.returncode == 3, done
    assert {path: path.read_bytes() for path in work.path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("after", range(1, 7))
def test_an_end_at_any_moment_leaves_whole_files_and_can_be_gone_on_with(work: Folder, after: int) -> None:
    """The process is killed at its n-th step that changes the disk."""
    work.write("tiny/tiny.py", MINE)
    publish(work, NEW)
    killed = f"""
import os, sys
left = [{after}]
def hook(event, args):
    if event in ("os.rename", "os.remove") or event == "open" and isinstance(args[2], int) and args[2] & os.O_CREAT:
        left[0] -= 1
        if left[0] == 0 and "grader" in str(sys._getframe(1).f_code.co_filename):
            os._exit(9)
from grader.__main__ import main
sys.argv = ["grader", "update"]
sys.addaudithook(hook)
main()
"""
    subprocess.run([sys.executable, "-c", killed], cwd=work.path, env=environment(), capture_output=True)
    midway = work.read("tiny/tiny.py")

    outcome = work.run("update")

    merged = MINE.replace("def triple(n)", "def triple(number)")
    assert midway in (MINE, merged)
    assert outcome.status == 0, outcome
    assert work.read("tiny/tiny.py") == merged
    assert "Version 4" in work.read("tiny/README.md")


# --- a topic that has another name now ---


@pytest.fixture
def renamed(work: Folder) -> Folder:
    """`tiny` is called `small` now; the workspace has `tiny`, with an attempt that is right, and was checked."""
    work.write("tiny/tiny.py", MINE)
    assert work.run("check").status == 0
    work.write(STUB, NEW)
    (work.path / "exercises/tiny").rename(work.path / "exercises/small")
    for old, new in {"tiny.py": "small.py", "test_tiny.py": "test_small.py"}.items():
        (work.path / "exercises/small" / old).rename(work.path / "exercises/small" / new)
    (work.path / "solutions/tiny.py").rename(work.path / "solutions/small.py")
    scenarios = work.path / "exercises/small/scenarios.py"
    scenarios.write_text(scenarios.read_text().replace("tiny", "small"))
    manifest = TINY[MANIFEST].replace("version = 3", 'version = 4\nformerly = ["tiny"]')
    work.write("exercises/small/exercise.toml", manifest)
    return work


def test_a_renamed_topic_is_followed(renamed: Folder) -> None:
    before = renamed.run("check", "tiny")
    outcome = renamed.run("update", "tiny")
    after = renamed.run("progress")

    assert before.status == 0, before
    assert "tiny is called small now: grader update" in before.out
    assert "4 of 4 points" in before.out
    assert outcome.status == 0, outcome
    assert not (renamed.path / "tiny").exists()
    assert renamed.read("small/small.py") == MINE.replace("def triple(n)", "def triple(number)")
    assert "small" in after.out
    assert "1 of 1 topic done" in after.out


def test_a_rename_that_ended_midway_is_gone_on_with(renamed: Folder) -> None:
    (renamed.path / "tiny").rename(renamed.path / "small")

    outcome = renamed.run("update")

    assert outcome.status == 0, outcome
    assert renamed.read("small/small.py") == MINE.replace("def triple(n)", "def triple(number)")


def test_a_rename_never_takes_the_place_of_a_file(renamed: Folder) -> None:
    renamed.write("tiny/small.py", "mine, too\n")

    renamed.run("update")

    assert renamed.read("small/tiny.py") == MINE
    assert renamed.read("small/small.py") == "mine, too\n"


def test_a_former_name_that_is_anothers_is_the_authors_mistake(tiny: Folder) -> None:
    for name, text in TINY.items():
        if name.startswith("exercises/"):
            tiny.write(name.replace("tiny", "other"), text.replace("version = 3", 'version = 3\nformerly = ["tiny"]'))

    outcome = tiny.run("list", *CATALOG)

    assert "formerly names tiny, which is tiny's name" in outcome.err
    assert "tiny" in outcome.out


@pytest.mark.parametrize(
    "line", ['formerly = ["../evil"]', 'formerly = ["A"]', '[changes]\n9 = "later"', '[changes]\nx = "?"']
)
def test_a_manifest_that_cannot_be_meant_is_broken(tiny: Folder, line: str) -> None:
    text = TINY[MANIFEST]
    tiny.write(MANIFEST, text + line if line.startswith("[") else text.replace("[budgets]", f"{line}\n\n[budgets]"))

    outcome = tiny.run("start", "tiny", *CATALOG)

    assert outcome.status == 3, outcome
    assert "is not a valid manifest" in outcome.err


# --- what a check says of it ---


def test_a_check_on_an_older_version_says_what_has_changed(work: Folder) -> None:
    publish(work, NEW)

    outcome = work.run("check")

    assert (
        "You started tiny at version 3, and it is at version 4:\n  4  triple calls its argument number." in outcome.out
    )
    assert "These points are of version 4" in outcome.out
    assert "grader update" in outcome.out
    assert len(outcome.out.splitlines()) <= 23
    assert outcome.out.rstrip().splitlines()[-1].startswith("0 of 4 points")


def test_a_start_is_remembered_and_a_reset_begins_anew(work: Folder) -> None:
    publish(work, NEW)

    assert work.run("reset", "tiny").status == 0

    assert work.read("tiny/tiny.py") == NEW
    assert "version" not in work.run("check").out
    assert "README.md is the new one" in work.run("update").out


def test_what_to_do_next_comes_last(work: Folder) -> None:
    for name, text in TINY.items():
        work.write(name.replace("tiny", "small"), text.replace("tiny", "small"))
    assert work.run("start", "small").status == 0
    publish(work, NEW)

    said = work.run("update").out.splitlines()

    assert said[:2] == ["1 topic needs no update.", "tiny: from version 3 to 4"]
    assert said[-1] == "Next: grader check tiny"


def test_forty_columns_are_enough(work: Folder) -> None:
    work.write("tiny/tiny.py", MINE)
    publish(work, CLASHING)

    outcome = work.run("update", COLUMNS="40")

    assert max(map(len, outcome.out.splitlines())) <= 40, outcome
    assert os.path.basename("tiny/tiny.merged.py") in outcome.out
