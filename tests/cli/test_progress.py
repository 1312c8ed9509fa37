"""`grader progress`: the best score stays, with its date; what is done stays done."""

from pathlib import Path

import msgspec
import pytest

from grader import memory
from grader.standing import Score, Standing, given_up
from tests.conftest import Folder

CATALOG = ("--catalog", "exercises")
HALF = "def double(n):\n    return 2 * n if n < 7 else 0\n"
RIGHT = "def double(n):\n    return 2 * n\n"


def knows(folder: Folder, topic: str, best: int, last: int | None = None, version: int = 3) -> None:
    first = Score(str(best), "4", "2026-11-28T10:00:00Z", version)
    then = Score(str(best if last is None else last), "4", "2026-11-29T10:00:00Z", version)
    assert memory.remember(folder.path, {topic: Standing(first, then)}) is None


def progress(folder: Folder, **env: str) -> list[str]:
    outcome = folder.run("progress", *CATALOG, **env)
    assert (outcome.status, outcome.err) == (0, ""), outcome
    return outcome.out.splitlines()


def test_progress_and_list_follow_the_checks(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)
    before = progress(tiny)
    tiny.write("tiny/tiny.py", HALF)
    tiny.run("check", "tiny", *CATALOG)
    half, listed = progress(tiny), tiny.run("list", *CATALOG).out
    tiny.write("tiny/tiny.py", RIGHT)
    tiny.run("check", "tiny", *CATALOG)
    after = progress(tiny)
    tiny.write("tiny/tiny.py", HALF)
    tiny.run("check", "tiny", *CATALOG)
    worse = progress(tiny)

    day = memory.recall(tiny.path).standings["tiny"].best.day
    assert before[:2] == ["Tests", "  tiny  started"]
    assert half[1] == f"  tiny  1.67 of 4 points   {day}"
    assert half[-1] == "Next: double of tiny: grader check tiny"
    assert "1.67 of 4" in listed
    assert after[1] == f"  tiny  done, 4 of 4 points   {day}"
    assert after[-2:] == [
        f"[{30 * '#'}]  1 of 1 topic done, 4 of 4 points",
        "That is done, and there is no other topic.",
    ]
    assert worse[1] == f"  tiny  done, 4 of 4 points; the last check 1.67 of 4   {day}"
    assert worse[-2] == after[-2]


def test_a_check_is_remembered_with_time_and_version(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)
    tiny.write("tiny/tiny.py", RIGHT)
    tiny.run("check", "tiny", *CATALOG)

    kept = msgspec.json.decode(Path(tiny.path / ".grader/progress.json").read_bytes())

    assert kept["format"] == 2
    best = kept["topics"]["tiny"]["best"]
    assert (best["score"], best["max_score"], best["version"], best["left"]) == ("4", "4", 3, [])
    assert len(best["at"]) == len("2026-11-30T10:00:00.000000Z")
    assert best == kept["topics"]["tiny"]["last"]


def test_chapters_a_bar_and_the_next_step(several: Folder) -> None:
    several.write("grader.toml", "")
    knows(several, "tiny", 4)
    knows(several, "second-one", 2, 1)
    several.run("start", "second-one", *CATALOG)

    assert progress(several) == [
        "Tests",
        "  tiny        done, 4 of 4 points   2026-11-28",
        "  second-one  2 of 4 points; the last check 1 of 4   2026-11-28",
        "",
        "Others",
        "  third       -",
        "",
        "[###############---------------]  1 of 3 topics done, 6 of 12 points",
        "Next: second-one: grader check second-one --catalog exercises",
    ]


def test_what_reaches_the_pass_mark_is_passed(several: Folder) -> None:
    several.write("grader.toml", "pass_mark = 75\n")
    knows(several, "tiny", 3)
    several.run("start", "tiny", *CATALOG)

    lines = progress(several)

    assert lines[1] == "  tiny        passed, 3 of 4 points   2026-11-28"
    assert lines[-2].endswith("1 of 3 topics done, 3 of 12 points")
    assert lines[-1] == "Next: second-one: grader next --catalog exercises"


def test_another_version_and_a_solution_that_was_seen_are_said(several: Folder) -> None:
    several.write("grader.toml", "")
    knows(several, "tiny", 4, version=2)
    memory.remember(several.path, {"third": given_up("2026-11-30T10:00:00Z")})

    lines = progress(several)

    assert lines[1] == "  tiny        done, 4 of 4 points   2026-11-28; by version 2, now 3"
    assert "  third       -   solution seen 2026-11-30" in lines


def test_a_memory_of_the_first_format_is_shown(several: Folder) -> None:
    several.write("grader.toml", "")
    several.write(".grader/progress.json", '{"tiny": {"score": "4", "max_score": "4", "hints": 1}}')

    assert progress(several)[1] == "  tiny        done, 4 of 4 points"


def test_what_another_machine_has_done_counts(several: Folder) -> None:
    several.write("grader.toml", "")
    knows(several, "tiny", 4)
    theirs = several.read(".grader/progress.json")
    (several.path / ".grader/progress.json").unlink()
    knows(several, "third", 4)
    several.write(".grader/progress.sync-conflict-20261130-101010-ABCDEFG.json", theirs)

    assert progress(several)[-2].endswith("2 of 3 topics done, 8 of 12 points")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_nothing_is_cut_at_any_width(several: Folder, columns: int) -> None:
    several.write("grader.toml", "")
    knows(several, "second-one", 4, 1, version=2)

    lines = progress(several, COLUMNS=str(columns))

    assert max(map(len, lines)) <= max(columns, len(lines[-1]))
    said = " ".join(" ".join(lines).split())
    assert "done, 4 of 4 points; the last check 1 of 4" in said
    assert "by version 2, now 3" in said
    assert all(any(topic in line for line in lines) for topic in ("tiny", "second-one", "third"))
