"""`grader show`: a failure of the last check, without judging again."""

import pytest

from tests.conftest import TINY, Folder

CATALOG = ("--catalog", "exercises")


@pytest.fixture
def work(tiny: Folder) -> Folder:
    """A workspace in which `tiny` fails four times."""
    assert tiny.run("start", "tiny", *CATALOG).status == 0
    tiny.write("tiny/tiny.py", "def double(n):\n    return n * n if n != 4 else 8\n")
    return tiny


def test_before_any_check_it_says_so(work: Folder) -> None:
    outcome = work.run("show", *CATALOG)

    assert (outcome.status, outcome.err) == (2, "grader: nothing was checked here yet: begin with grader check\n")


def test_each_failure_is_shown_by_its_number(work: Folder) -> None:
    work.run("check", *CATALOG)

    shown = [work.run("show", str(number), *CATALOG) for number in (1, 2, 3, 4, 5)]

    assert [one.status for one in shown] == [0, 0, 0, 0, 2]
    assert shown[4].out == ""
    for number, value in ((2, 3), (3, 5), (4, 7)):
        assert f"\n{number}. double knows the small primes [{value}]\n" in shown[number - 1].out
    assert "expected   value:" in shown[0].out
    assert work.run("show", *CATALOG).out == shown[0].out


def test_nothing_is_judged_again(work: Folder) -> None:
    work.run("check", *CATALOG)
    before = work.run("show", *CATALOG)
    work.write("tiny/tiny.py", "import os\nos._exit(1)\n")

    assert work.run("show", *CATALOG).out == before.out


def test_after_a_check_of_several_failures_are_counted_through(work: Folder) -> None:
    for name, text in TINY.items():
        work.write(name.replace("tiny", "other"), text.replace("tiny", "other"))
    work.run("start", "other", *CATALOG)
    work.write("other/other.py", "def double(n):\n    return 0\n")
    work.run("check", *CATALOG)

    shown = [work.run("show", str(number), *CATALOG).out.splitlines()[0].split()[0] for number in range(1, 8)]

    assert sorted(shown) == shown or sorted(shown, reverse=True) == shown
    assert set(shown) == {"tiny", "other"}


def test_where_all_holds_there_is_nothing_to_show(work: Folder) -> None:
    work.write("tiny/tiny.py", "def double(n):\n    return 2 * n\n")
    work.run("check", *CATALOG)

    assert (
        work.run("show", *CATALOG).err == "grader: nothing failed in the last check: see it again with grader check\n"
    )


def test_after_a_check_of_a_part_the_points_are_the_parts(work: Folder) -> None:
    work.run("check", "tiny", "double", *CATALOG)

    assert work.run("show", *CATALOG).out.splitlines()[0].endswith(" of 3 points of double")


@pytest.mark.parametrize("text", ["{", "[]", '[{"path": "/etc/passwd", "result": 3}]'])
def test_a_damaged_last_check_is_one_line(work: Folder, text: str) -> None:
    work.write(".grader/last-check.json", text)

    outcome = work.run("show", *CATALOG)

    assert (outcome.status, outcome.err.count("\n"), outcome.out) == (2, 1, "")
