"""`grader author show`: the whole of an attempt, and what it changes."""

import pytest

from tests.conftest import ROOT, Folder

WRONG = '"""Halves\n\nIt doubles.\n\nFails: TestDouble::test_doubles\n"""\n\n\ndef double(n):\n    return n / 2\n'
REST = "def triple(n):\n    return 3 * n\n"


@pytest.fixture
def pair(tiny: Folder) -> Folder:
    """An exercise with two names, of which a wrong attempt defines one."""
    stub = tiny.read("exercises/tiny/tiny.py")
    reference = tiny.read("solutions/tiny.py")
    tiny.write("exercises/tiny/tiny.py", f"{stub}\n\ndef triple(n):\n    raise NotImplementedError\n")
    tiny.write("solutions/tiny.py", f"{reference}\n\n{REST}")
    tiny.write("exercises/tiny/wrong/halves.py", WRONG)
    tiny.write("exercises/tiny/right/shifts.py", '"""Shifts."""\n\n\ndef double(n):\n    return n << 1\n')
    return tiny


def show(folder: Folder, name: str) -> tuple[int, str, str]:
    outcome = folder.run("author", "show", "tiny", name, "--catalog", "exercises")
    return outcome.status, outcome.out, outcome.err


@pytest.mark.parametrize("name", ["halves", "halves.py", "wrong/halves", "wrong/halves.py"])
def test_the_whole_attempt_and_its_difference(pair: Folder, name: str) -> None:
    status, out, _ = show(pair, name)

    whole, marker, difference = out.partition("\n--- tiny.py\n+++ wrong/halves.py\n")
    assert (status, bool(marker)) == (0, True)
    assert whole == f"{WRONG}\n\n{REST}"
    assert "\n+    return n / 2\n" in difference
    assert "+def triple" not in difference


def test_what_is_wrong_is_judged_with_the_rest_of_the_reference(pair: Folder) -> None:
    pair.run("author", "record", "--catalog", "exercises")
    steps = pair.run("author", "verify", "--quick", "--catalog", "exercises").out

    assert "1 of 1 accepted" in steps
    assert "1 of 1 rejected" in steps


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("halfs", "tiny has no attempt 'halfs'; is it halves?"),
        ("right/halves", "tiny has no attempt 'right/halves'; is it halves?"),
        ("zzz", "has right/ and wrong/"),
        ("../wrong/halves", "tiny has no attempt"),
    ],
)
def test_an_unknown_name_is_one_line(pair: Folder, name: str, said: str) -> None:
    status, out, err = show(pair, name)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_two_of_one_name_are_told_apart(pair: Folder) -> None:
    pair.write("exercises/tiny/right/halves.py", '"""Right."""\n\n\ndef double(n):\n    return n + n\n')

    assert "right/halves.py and wrong/halves.py: say which" in show(pair, "halves")[2]
    assert "return n + n" in show(pair, "right/halves")[1]


def test_every_topics_smallest_file_stands_for_a_whole_attempt() -> None:
    outcome = Folder(ROOT).run("author", "show", "generators", "never_closes")

    assert outcome.status == 0
    assert "def fibonacci_generator" in outcome.out
