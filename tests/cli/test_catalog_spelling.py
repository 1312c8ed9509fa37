"""A catalog is the same whichever way its folder is spelled: subjects and misconceptions are shown."""

import os

import pytest

from tests.conftest import Folder

WRONG = '''"""Forgets to double

It gives the number. Add it to itself.

Fails: TestDouble::test_doubles
"""


def double(n):
    return n
'''


@pytest.mark.parametrize(
    "spelled", ["exercises/", "./exercises", "exercises/../exercises", "link", "away/../exercises", "exercises/tiny/.."]
)
def test_a_check_shows_the_same(tiny: Folder, spelled: str) -> None:
    tiny.write("exercises/tiny/wrong/forgets.py", WRONG)
    (tiny.path / "elsewhere" / "within").mkdir(parents=True)
    os.symlink("../exercises", tiny.path / "elsewhere" / "exercises")
    os.symlink("elsewhere/within", tiny.path / "away")
    os.symlink("exercises", tiny.path / "link")
    tiny.write("attempt.py", "def double(n):\n    return n\n")
    recorded = tiny.run("author", "record", "--catalog", spelled)
    checked = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", spelled)

    assert recorded.status == 0, recorded
    assert "expected   value: 2" in checked.out, checked
    assert 'This looks like "Forgets to double"' in checked.out, checked
