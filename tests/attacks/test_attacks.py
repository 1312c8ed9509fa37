"""The grader against the catalogue: nothing undeserved, no harm, nothing left behind.

A third of the attacks; all of them with GRADER_ATTACKS=all, as in `nox -s tests`, and in the table of `nox -s attacks`.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.attacks.catalogue import Attack, attacks
from tests.attacks.graded import Grader, adopting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the catalogue attacks the jail of Linux")

ATTACKS = attacks()
TRIED = ATTACKS if os.environ.get("GRADER_ATTACKS") == "all" else ATTACKS[::3]
EVERY = 10  # after so many attacks the reference is judged; tests.attacks.run does it after each


@pytest.fixture(scope="module")
def grader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grader]:
    place = tmp_path_factory.mktemp("attacks")
    for folder in (place, place.parent, place.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o011)  # a child may be another user
    with adopting():
        grader = Grader(place)
        yield grader
        if grader.alive:
            grader.close()
    subprocess.run(["rm", "-rf", str(place)])


def test_there_are_attacks_enough() -> None:
    assert len(ATTACKS) >= 70
    assert len({attack.name.partition("_")[0] for attack in ATTACKS}) == len(ATTACKS), "two attacks have one number"


@pytest.mark.parametrize("attack", TRIED, ids=lambda attack: attack.name)
def test_attack(grader: Grader, attack: Attack) -> None:
    outcome = grader.run(attack)
    undeserved = grader.undeserved(attack, outcome)
    assert not undeserved, f"{attack.what} It got {undeserved}."
    assert not outcome.harm, attack.what
    assert outcome.result is not None
    assert outcome.has(attack.word), f"expected {attack.expected}"
    assert all(test.verdict in ("passed", "failed", "timed_out", "crashed", "not_run") for test in outcome.result.tests)
    if TRIED.index(attack) % EVERY == EVERY - 1:
        honest = grader.honest(attack.folder)
        assert honest.result is not None
        assert honest.result.full, "the reference has full points between any two attacks"


def test_the_judge_is_alive_and_leaves_nothing(grader: Grader) -> None:
    """Comes last: what has been there since the first attack, and what is there when the judge has gone."""
    assert grader.judges == 1, "an attack ended the judge"
    last = grader.honest(ATTACKS[-1].folder)
    assert last.result is not None
    assert last.result.full
    scratches = [path for folder in grader.temporary.glob("*/children") for path in folder.iterdir()]
    # The child that waits for the next test has its folder; nobody else has one.
    assert len(scratches) <= 1
    assert {path.name for folder in grader.temporary.iterdir() for path in folder.iterdir()} <= {"children", "owner"}
    grader.close()
    deadline = time.monotonic() + 5
    while (left := grader.left_behind()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []
    assert grader.problems == []


def test_the_catalogue_says_what_it_tries() -> None:
    for attack in ATTACKS:
        assert attack.what.endswith("."), attack.name
        assert attack.folder.is_dir(), attack.name
        assert attack.without_the_trick, attack.name
