"""A catalog of one exercise, as the scaffold makes it."""

import pytest

from tests.conftest import Folder


@pytest.fixture
def catalog(folder: Folder) -> Folder:
    (folder.path / "exercises").mkdir()
    outcome = folder.run("author", "new", "next-number", "--catalog", "exercises")
    assert outcome.status == 0, outcome
    return folder
