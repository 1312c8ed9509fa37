"""`grader next`, and `grader` alone: where one stands, and what comes next."""

import pytest

from grader import memory
from grader.standing import Score, Standing, given_up
from tests.conftest import IN_ORDER, POINTS, TOPICS, Folder

CATALOG = ("--catalog", "exercises")
RIGHT = "def double(n):\n    return n + n\n"


def knows(folder: Folder, topic: str, points: int, at: str = "10", left: tuple[str, ...] = ()) -> None:
    score = Score(str(points), "4", f"2026-11-30T{at}:00:00Z", 3, left)
    assert memory.remember(folder.path, {topic: Standing(score, score)}) is None


def test_next_begins_with_the_first_topic_and_makes_the_workspace(several: Folder) -> None:
    outcome = several.run("next", *CATALOG)

    assert (outcome.status, outcome.out.splitlines()) == (
        0,
        [
            "tiny is started: Tiny, easy, 4 points.",
            "  brief    tiny/README.md",
            "  edit     tiny/tiny.py",
            "  check    grader check tiny",
        ],
    )
    assert (several.path / "grader.toml").is_file()
    assert "NotImplementedError" in several.read("tiny/tiny.py")


def test_next_goes_on_with_what_was_left_unfinished_and_changes_nothing(several: Folder) -> None:
    several.run("next", *CATALOG)
    several.write("tiny/tiny.py", "mine\n")
    knows(several, "tiny", 1)

    outcome = several.run("next", *CATALOG)

    assert outcome.out.splitlines()[0] == "tiny was left unfinished: 1 of 4 points."
    assert several.read("tiny/tiny.py") == "mine\n"
    assert not (several.path / "second-one").exists()


def test_of_several_that_are_unfinished_the_one_of_the_folder_or_the_last_checked_comes(several: Folder) -> None:
    for topic in ("tiny", "second-one", "third"):
        several.run("start", topic, *CATALOG)
    assert "tiny was left" in several.run("next", *CATALOG).out
    knows(several, "tiny", 1, "10")
    knows(several, "third", 1, "11")

    assert "third was left unfinished" in several.run("next", *CATALOG).out
    assert "second-one was left" in several.run("next", "--catalog", "../exercises", folder="second-one").out


def test_next_leaves_out_what_is_done_passed_or_given_up(several: Folder) -> None:
    several.write("grader.toml", "pass_mark = 75\n")
    several.run("start", "tiny", *CATALOG)
    several.run("start", "second-one", *CATALOG)
    knows(several, "tiny", 3)
    memory.remember(several.path, {"second-one": given_up("2026-11-30T10:00:00Z")})

    assert "third is started" in several.run("next", *CATALOG).out


def test_next_says_when_all_is_done(several: Folder) -> None:
    several.write("grader.toml", "")
    for topic in ("tiny", "second-one", "third"):
        knows(several, topic, 4)

    outcome = several.run("next", *CATALOG)

    assert (outcome.status, outcome.out) == (0, "All topics are done.\n")
    assert sorted(path.name for path in several.path.iterdir()) == [".grader", "exercises", "grader.toml", "solutions"]


def test_next_names_what_was_given_up_at_the_end(several: Folder) -> None:
    several.write("grader.toml", "")
    for topic in ("tiny", "second-one"):
        knows(several, topic, 4)
    memory.remember(several.path, {"third": given_up("2026-11-30T10:00:00Z")})

    assert "given up, and worth another try: third." in several.run("next", *CATALOG).out


def test_a_check_with_full_points_names_the_next_topic_and_the_solution(several: Folder) -> None:
    several.run("next", *CATALOG)
    several.write("tiny/tiny.py", RIGHT)

    whole = several.run("check", "tiny", *CATALOG).out
    first = " ".join(whole.split())
    for topic in ("second-one", "third"):
        knows(several, topic, 4)
    last = " ".join(several.run("check", "tiny", *CATALOG).out.split())
    several.write("grader.toml", "solution = false\n")
    without = " ".join(several.run("check", "tiny", *CATALOG).out.split())

    assert first.endswith(
        "4 of 4 points: everything holds. Next: second-one (grader next). Beside the reference: grader solution tiny"
    )
    assert whole.splitlines()[-1] == "Beside the reference: grader solution tiny"
    assert "everything holds. All topics are done. Beside the reference" in last
    assert without.endswith("everything holds. All topics are done.")


def test_a_part_that_holds_leads_to_the_others(tiny: Folder) -> None:
    tiny.run("next", *CATALOG)
    tiny.write("tiny/tiny.py", RIGHT)

    outcome = tiny.run("check", "tiny", "again", *CATALOG)

    assert "everything holds. Next: the other parts: grader check tiny" in " ".join(outcome.out.split())


def test_a_broken_catalog_is_status_3_with_its_line(tiny: Folder) -> None:
    tiny.write("exercises/tiny/exercise.toml", "nonsense")

    outcome = tiny.run("next", *CATALOG)

    assert (outcome.status, outcome.out) == (3, "")
    assert "not a valid manifest" in outcome.err


# --- `grader` alone ---


def test_alone_in_an_empty_folder_it_says_how_to_begin(folder: Folder) -> None:
    outcome = folder.run()

    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        f"Nothing is started here yet. There are {len(TOPICS)} topics, {IN_ORDER[0]} first.",
        "",
        "  begin     grader next",
        "  topics    grader list",
        "  help      grader --help",
    ]
    assert list(folder.path.iterdir()) == []


def test_alone_in_a_new_workspace_it_says_the_same(folder: Folder) -> None:
    folder.write("grader.toml", "")

    assert "Nothing is started here yet." in folder.run().out


@pytest.mark.parametrize("place", [".", "decorators"])
def test_alone_it_says_what_is_at_work(folder: Folder, place: str) -> None:
    folder.run("start", "decorators")
    knows(folder, "decorators", 2, left=("retry", "timer"))

    outcome = folder.run(folder=place)

    assert outcome.status == 0
    lines = outcome.out.splitlines()
    assert lines[:3] == [
        f"0 of {len(TOPICS)} topics done, 15.5 of {POINTS} points.",
        "At work: decorators, 2 of 4 points, part retry.",
        "",
    ]
    inside = place != "."
    assert f"  edit      {'' if inside else 'decorators/'}decorators.py" in lines
    assert f"  check     grader check{'' if inside else ' decorators'}" in lines
    assert f"  hint      grader hint{'' if inside else ' decorators'}" in lines
    assert "  help      grader --help" in lines


def test_alone_it_names_the_next_topic_and_the_end(folder: Folder) -> None:
    folder.run("start", IN_ORDER[0])
    knows(folder, IN_ORDER[0], 4)
    between = folder.run().out
    for topic in TOPICS:
        knows(folder, topic, 4)
    end = folder.run().out

    assert f"Next: {IN_ORDER[1]}." in between
    assert "  begin     grader next" in between
    assert f"{len(TOPICS)} of {len(TOPICS)} topics done, {POINTS} of {POINTS} points.\nAll topics are done.\n" in end


@pytest.mark.parametrize("columns", ["40", "80"])
def test_alone_it_fits(folder: Folder, columns: str) -> None:
    folder.run("start", "decorators")
    knows(folder, "decorators", 2, left=("retry",))

    lines = folder.run(COLUMNS=columns).out.splitlines()

    assert max(map(len, lines)) <= int(columns)
    assert len(lines) <= 12


def test_a_damaged_memory_is_a_line_beside_it(folder: Folder) -> None:
    folder.run("start", "decorators")
    folder.write(".grader/progress.json", "{ not json")

    outcome = folder.run()

    assert outcome.status == 0
    assert "progress.json is damaged and counts as empty" in outcome.err


def test_help_is_what_it_was(folder: Folder) -> None:
    outcome = folder.run("--help")

    assert outcome.status == 0
    assert "Usage: grader [OPTIONS] COMMAND [ARGS]..." in outcome.out
    assert "Grades Python exercises" in outcome.out
    assert folder.run("nonsense").status == 2
