"""`grader hint`: one at a time, for the part at work, and the last says that it is the last."""

import pytest

from grader import memory
from grader.standing import Score, Standing
from tests.conftest import Folder

CATALOG = ("--catalog", "exercises")
FOR_ALL = 'hints = { all = ["Read the brief."], double = ["Twice?", "n + n"], again = ["Does it keep anything?"] }'


@pytest.fixture
def work(tiny: Folder) -> Folder:
    """A workspace in which `tiny` is started."""
    assert tiny.run("start", "tiny", *CATALOG).status == 0
    return tiny


def hint(work: Folder, *words: str, folder: str = ".") -> str:
    outcome = work.run("hint", *words, "--catalog", "exercises" if folder == "." else "../exercises", folder=folder)
    assert (outcome.status, outcome.err) == (0, ""), outcome
    return outcome.out


def knows(work: Folder, points: str, *left: str) -> None:
    """Has the workspace know of a check."""
    score = Score(points, "4", "2026-11-30T10:00:00Z", 3, left)
    assert memory.remember(work.path, {"tiny": Standing(score, score)}) is None


def test_hints_come_one_at_a_time_and_the_last_says_so(work: Folder) -> None:
    shown = [hint(work) for _ in range(5)]

    assert shown[0] == ("tiny, double: hint 1 of 3\n\nWhat is twice a number?\n\n2 more: grader hint tiny double\n")
    assert "1 more: grader hint tiny double" in shown[1]
    assert shown[2] == "tiny, double: hint 3 of 3\n\nn + n\n\nThat was the last one for double.\n"
    assert shown[3] == shown[4]
    assert " ".join(shown[3].split()) == (
        "tiny, double: all 3 hints were shown. To see one again: grader hint tiny double 3"
    )


def test_a_hint_is_for_the_topic_of_the_folder_and_advises_from_there(work: Folder) -> None:
    assert "2 more: grader hint double" in hint(work, folder="tiny")


@pytest.mark.parametrize(
    ("words", "title", "text"),
    [
        (["double"], "tiny, double: hint 1 of 3", "What is twice a number?"),
        (["tiny", "double"], "tiny, double: hint 1 of 3", "What is twice a number?"),
        (["double", "2"], "tiny, double: hint 2 of 3", "Look at `+`."),
        (["tiny", "double", "2"], "tiny, double: hint 2 of 3", "Look at `+`."),
        (["tiny", "2"], "tiny, double: hint 2 of 3", "Look at `+`."),
        (["2"], "tiny, double: hint 2 of 3", "Look at `+`."),
        (["TINY/tiny.py", "DOUBLE"], "tiny, double: hint 1 of 3", "What is twice a number?"),
        (["ag"], "tiny, again: hint 1 of 1", "Does it keep anything?"),
    ],
)
def test_a_part_and_a_number_can_be_asked_for(work: Folder, words: list[str], title: str, text: str) -> None:
    lines = hint(work, *words).splitlines()

    assert lines[:3] == [title, "", text]


def test_a_hint_that_is_seen_again_takes_none_back(work: Folder) -> None:
    for _ in range(3):
        hint(work, "double")
    again = hint(work, "double", "1")

    assert "What is twice a number?" in again
    assert memory.recall(work.path).standings["tiny"].hints == {"double": 3}


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["double", "4"], "there is no hint 4 for double of tiny: its hints are 1 to 3"),
        (["double", "0"], "there is no hint 0 for double of tiny: its hints are 1 to 3"),
        (["treble"], "tiny has no part 'treble': it has double, again"),
        (["tiny", "treble", "1"], "tiny has no part 'treble': it has double, again"),
        (["tinny"], "there is no topic 'tinny': did you mean tiny?"),
    ],
)
def test_what_there_is_not_is_one_line(work: Folder, words: list[str], line: str) -> None:
    outcome = work.run("hint", *words, *CATALOG)

    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"grader: {line}\n")


def test_a_hint_skips_what_is_done_by_the_last_check(work: Folder) -> None:
    work.write(
        "tiny/tiny.py", "calls = []\n\n\ndef double(n):\n    calls.append(n)\n    return 2 * n + (len(calls) > 2)\n"
    )
    work.run("check", "tiny", *CATALOG)

    assert memory.recall(work.path).standings["tiny"].last.left == ("again",)
    assert "tiny, again: hint 1 of 1" in hint(work)

    work.write("tiny/tiny.py", "def double(n):\n    return n + n\n")
    work.run("check", "tiny", "again", *CATALOG)  # a part alone has no score, and is done

    assert memory.recall(work.path).standings["tiny"].last.left == ("again",)
    assert "Every part of tiny is done" in hint(work)


def test_a_hint_remembers_what_was_left_although_another_topic_was_checked_since(several: Folder) -> None:
    several.run("start", "tiny", *CATALOG)
    several.run("start", "third", *CATALOG)
    knows(several, "1", "again", "double")

    assert "tiny, again: hint 1 of 1" in hint(several, "tiny")


def test_what_is_done_needs_no_hint_and_shows_one_to_who_asks(work: Folder) -> None:
    knows(work, "4")

    assert " ".join(hint(work, "tiny").split()) == (
        "Every part of tiny is done; no hint is needed. To see one again: grader hint tiny double 1"
    )
    assert "What is twice a number?" in hint(work, "tiny", "double", "1")


def test_what_is_said_of_the_whole_comes_first(work: Folder) -> None:
    manifest = work.read("exercises/tiny/exercise.toml")
    old = next(line for line in manifest.splitlines() if line.startswith("hints"))
    work.write("exercises/tiny/exercise.toml", manifest.replace(old, FOR_ALL))

    shown = [hint(work) for _ in range(2)]

    assert shown[0] == "tiny: hint 1 of 1\n\nRead the brief.\n\nThat was the last one.\n"
    assert "tiny, double: hint 1 of 2\n\nTwice?" in shown[1]
    assert "Read the brief." in hint(work, "all", "1")


def test_two_topics_at_work_ask_which(several: Folder) -> None:
    for topic in ("tiny", "third"):
        several.run("start", topic, *CATALOG)

    outcome = several.run("hint", *CATALOG)

    assert (outcome.status, outcome.err) == (2, "grader: a hint for which topic? grader hint TOPIC\n")


def test_code_in_a_hint_keeps_its_lines_and_prose_is_folded(work: Folder) -> None:
    manifest = work.read("exercises/tiny/exercise.toml")
    code = (
        "Nearly all:\\nif n:\\n    return n + n\\n" + "and then a sentence that is longer than the screen is wide " * 2
    )
    work.write("exercises/tiny/exercise.toml", manifest.replace("What is twice a number?", code))

    lines = work.run("hint", *CATALOG, COLUMNS="40").out.splitlines()

    assert lines[2:5] == ["Nearly all:", "if n:", "    return n + n"]
    assert max(map(len, lines[:-2])) <= 40
