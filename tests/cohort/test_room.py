"""The folder of a class: pseudonyms hang on a secret that is drawn once."""

import pytest

from grader.cohort import room
from grader.cohort.room import Room
from grader.errors import UsageError
from tests.conftest import Folder


def test_a_pseudonym_is_the_same_for_the_same_key_and_tells_nothing_of_it(here: Room) -> None:
    one = here.pseudonym("1001")
    assert one == here.pseudonym(" 1001 ") == room.enter(here.folder).pseudonym("1001")
    assert one.startswith("s-")
    assert len(one) == 10
    assert len({here.pseudonym(str(number)) for number in range(2_000)}) == 2_000
    assert here.pseudonym("Zo\u00eb") == here.pseudonym("Zoe\u0308"), "however the letter is written"


def test_another_class_has_other_pseudonyms(here: Room) -> None:
    (here.folder / "secret").unlink()
    assert room.enter(here.folder).pseudonym("1001") != here.pseudonym("1001")


def test_the_secret_is_its_owners_alone(here: Room) -> None:
    assert (here.folder / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"abc", b"\xff\xfe", b"00" * 31])
def test_a_damaged_secret_is_said_and_kept(here: Room, damage: bytes) -> None:
    path = here.folder / "secret"
    path.write_bytes(damage)
    with pytest.raises(UsageError, match="is damaged: get it back"):
        room.enter(here.folder)
    assert path.read_bytes() == damage


def test_a_folder_without_a_plan_is_no_class(folder: Folder) -> None:
    with pytest.raises(UsageError, match="is no folder of a class"):
        room.enter(folder.path)
    assert not (folder.path / "secret").exists()
