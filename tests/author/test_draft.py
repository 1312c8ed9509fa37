"""A draft is told what is missing, and fails only where nobody can be graded; a whole verification fails."""

import shutil

from tests.author.test_verify import TOPIC, problems, verify
from tests.conftest import Folder


def test_what_is_missing_is_listed_and_leaves_a_draft_whole(catalog: Folder) -> None:
    for name in ("right", "wrong"):
        shutil.rmtree(catalog.path / TOPIC / name)

    draft, quick = verify(catalog, "--draft"), verify(catalog, "--quick", "--format", "json")

    assert draft.status == 0, draft
    for words in ("right/ has no attempt: write 4", "wrong/ has no attempt: write 10", "hints that are placeholders"):
        assert f"      open: {words}" in draft.out or words in draft.out, draft
    assert "README.md is the placeholder" in draft.out
    assert draft.out.count("open: not done yet: grader author verify next-number") == 2
    assert "an attempt can be graded; open: 10" in draft.out
    assert max(len(line) for line in draft.out.splitlines() if line.startswith("      ")) <= 80
    assert quick.status == 1
    assert len(problems(quick)["shape"]) == 2


def test_a_draft_that_cannot_be_graded_fails_and_shows_what_a_check_shows(catalog: Folder) -> None:
    catalog.write("solutions/next_number.py", "def answer(number):\n    return None if number > 3 else number + 1\n")

    draft = verify(catalog, "--draft")

    assert draft.status == 1, draft
    for words in (
        'print("answer:", answer(4))',
        "expected   answer: 5",
        "yours      answer: None",
        "line 17, in test_",
    ):
        assert words in draft.out
    assert "line 17, in test_" in draft.out


def test_wrong_attempts_that_fail_alike_or_by_time_alone_are_told(catalog: Folder) -> None:
    wrong = catalog.read(f"{TOPIC}/wrong/forgets_the_sign.py")
    catalog.write(f"{TOPIC}/wrong/negates.py", wrong.replace("abs(number)", "(number if number >= 0 else -number)"))
    slow = wrong.replace(
        "    return abs(number) + 1", "    import time\n    time.sleep(2.5 * (number == 0))\n    return number + 1"
    )
    catalog.write(f"{TOPIC}/wrong/sleeps.py", slow)

    outcome = verify(catalog, "--quick", "--format", "json")
    (exercise,) = outcome.json["exercises"]
    notes = [line for step in exercise["steps"] if step["name"] == "named" for line in step["notes"]]

    assert notes[0].startswith("wrong/forgets_the_sign.py and wrong/negates.py fail alike, at the same tests")
    assert any("wrong/sleeps.py fails TestAnswer" in line and "2 times" in line for line in problems(outcome)["wrong"])
