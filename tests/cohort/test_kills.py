"""Whoever is killed while a class is graded: begun again, it comes to the gradebook that an undisturbed run comes to.

A handful in every run; `nox -s kills` has a thousand. When, and whom, follows from a seed.
"""

import os
import random
import shutil
import sys
from collections import Counter

import pytest

from grader.cohort.gradebook import Gradebook
from grader.cohort.room import Room
from grader.cohort.rows import Found
from tests.cohort.conftest import NOON
from tests.cohort.kills import Disturbed, differences

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
KILLS = int(os.environ.get("GRADER_KILLS", "10"))
SEED = int(os.environ.get("GRADER_KILLS_SEED", "1"))
EACH = 25  # kills of one class, which is then graded to its end
ATTEMPTS = [
    "def double(n):\n    return n + n\n",
    "def double(n):\n    return n + 1\n",
    "def double(n):\n    return 2 * n if n != 5 else 0\n",
    "def double(n:\n",
    "import nowhere\n",
    "def double(n):\n    raise ValueError(n)\n",
    "def double(n):\n    print('x' * 100)\n    return str(n)\n",
    "import os, signal\n\n\ndef double(n):\n    os.kill(os.getpid(), signal.SIGKILL)\n",
    "import os\n\n\ndef double(n):\n    os._exit(3)\n",
    "seen = []\n\n\ndef double(n):\n    seen.append(n)\n    return len(seen) * 2\n",
]


def test_kills_change_nothing(here: Room, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Gradebook(here.gradebook) as book:
        book.add_students([f"s-{one}" for one in range(len(ATTEMPTS))], NOON)
        for one, source in enumerate(ATTEMPTS):
            book.take(f"s-{one}", "u", NOON, "c1", [Found("tiny", source.encode())])
    folder = tmp_path_factory.mktemp("kills")
    calm = Disturbed.copy(here.folder.parent, folder / "calm")
    calm.finish()
    wanted = calm.judged()
    assert len(wanted) == len(ATTEMPTS)

    chance, killed, classes = random.Random(SEED), Counter[str](), 0
    while killed.total() < KILLS:
        one = Disturbed.copy(here.folder.parent, folder / f"class-{classes}")
        one.disturb(chance, min(EACH, KILLS - killed.total()))
        one.finish()
        assert differences(one.judged(), wanted) == [], one.story
        killed += one.killed
        classes += 1
        shutil.rmtree(one.folder)
        print(f"{killed.total()} kills in {classes} classes: {dict(killed)}", flush=True)
