"""The folder of a class with one topic, made as `grader class init` makes it, and what lies in its gradebook."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.catalog import load
from grader.cohort import room
from grader.cohort.gradebook import Gradebook
from grader.cohort.room import Room
from tests.conftest import TINY, Folder

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
PLAN = """\
name = "cs101"
seed = 7
digest = "{digest}"
catalog = "../exercises"

[topics.tiny]
points = 30
due = 2026-12-14T23:59:00+01:00

[late]
grace = "5 min"
days = {{ total = 3, per_topic = 2 }}
penalty = {{ per_day = "10 %", at_most = "50 %" }}
"""
ROSTER = """\
student,name,email,github,github_id,section
1001,Ann Archer,ann@example.org,ann-a,11,A
1002,Bob Baker,bob@example.org,bobb,12,A
1003,Cy Cole,cy@example.org,,,B
"""


@pytest.fixture
def class_folder(folder: Folder) -> Folder:
    """Beside a catalog of one exercise, the folder of a class."""
    for name, text in TINY.items():
        folder.write(name, text)
    digest = load(folder.path / "exercises").digest(["tiny"])
    folder.write("cs101/class.toml", PLAN.format(digest=digest))
    folder.write("cs101/roster.csv", ROSTER)
    return Folder(folder.path / "cs101")


@pytest.fixture
def here(class_folder: Folder) -> Room:
    return room.enter(class_folder.path)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook(tmp_path / "gradebook.db") as opened:
        yield opened
