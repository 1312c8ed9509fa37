"""A learner's folder: what was started in it, and where it stands."""

from fractions import Fraction
from pathlib import Path

import pytest

from grader import catalog, workspace
from grader.catalog import Exercise
from grader.errors import GraderError, UsageError
from grader.workspace import Config, Standing, Workspace
from tests.conftest import TINY, Folder


@pytest.fixture
def exercise(tiny: Folder) -> Exercise:
    return catalog.load(tiny.path / "exercises").get("tiny")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    folder = tmp_path / "work"
    folder.mkdir()
    return workspace.make(folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


STUB = TINY["exercises/tiny/tiny.py"]

# --- making and finding ---


def test_a_new_workspace_says_what_can_be_set(place: Workspace) -> None:
    text = (place.folder / "grader.toml").read_text()

    assert (
        text
        == "# A workspace of grader: each topic has a folder beside this file.\nformat = 1\npass_mark = 100\nseed = 0\n"
    )


def test_a_new_workspace_is_found_as_it_was_made(place: Workspace) -> None:
    assert workspace.find(place.folder) == place


def test_the_nearest_workspace_upwards_is_found(place: Workspace) -> None:
    deep = place.folder / "inner/tiny"
    deep.mkdir(parents=True)
    inner = workspace.make(place.folder / "inner")

    assert workspace.find(deep) == inner


def test_a_workspace_is_found_from_the_current_folder(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    (place.folder / "tiny").mkdir()
    monkeypatch.chdir(place.folder / "tiny")

    assert workspace.find() == place


def test_where_there_is_no_workspace_none_is_found(tmp_path: Path) -> None:
    assert workspace.find(tmp_path) is None


def test_where_there_has_to_be_one_the_way_to_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="make one with grader start TOPIC, or name a file with --attempt"):
        workspace.need(tmp_path)


def test_settings_are_read(place: Workspace) -> None:
    (place.folder / "grader.toml").write_text("pass_mark = 60\nseed = 7\n")

    assert workspace.need(place.folder).config == Config(pass_mark=60, seed=7)


@pytest.mark.parametrize("text", ["pass_mark = ", "pass_mark = '60'", "colour = 'red'", "seed = 1.5"])
def test_broken_settings_are_named(place: Workspace, text: str) -> None:
    (place.folder / "grader.toml").write_text(text)

    with pytest.raises(UsageError, match=r"grader\.toml is broken: .*; mend it, or delete it"):
        workspace.find(place.folder)


def test_a_current_folder_that_is_gone_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    with pytest.raises(UsageError, match="the current folder can't be read"):
        workspace.find()


# --- starting ---


def test_start_puts_stub_and_brief_into_the_topics_folder(place: Workspace, exercise: Exercise) -> None:
    done = place.start(exercise)

    assert (done, names(place.folder / "tiny")) == (True, ["README.md", "tiny.py"])
    assert place.attempt(exercise).read_text() == STUB


def test_start_leaves_an_attempt_as_it_is(place: Workspace, exercise: Exercise) -> None:
    place.start(exercise)
    place.attempt(exercise).write_text("mine\n")

    assert (place.start(exercise), place.attempt(exercise).read_text()) == (False, "mine\n")


def test_start_leaves_a_brief_with_notes_as_it_is(place: Workspace, exercise: Exercise) -> None:
    (place.folder / "tiny").mkdir()
    (place.folder / "tiny/README.md").write_text("my notes\n")

    assert (place.start(exercise), (place.folder / "tiny/README.md").read_text()) == (True, "my notes\n")


def test_start_leaves_a_link_that_leads_nowhere_as_it_is(place: Workspace, exercise: Exercise) -> None:
    (place.folder / "tiny").mkdir()
    place.attempt(exercise).symlink_to("nowhere")

    assert (place.start(exercise), place.attempt(exercise).is_symlink()) == (False, True)


def test_start_where_a_file_has_the_topics_name_changes_nothing(place: Workspace, exercise: Exercise) -> None:
    (place.folder / "tiny").write_text("mine")

    with pytest.raises(GraderError, match="can't be made: File exists; nothing was changed"):
        place.start(exercise)

    assert (place.folder / "tiny").read_text() == "mine"


def test_what_was_started_is_what_has_a_folder(place: Workspace, exercise: Exercise, tiny: Folder) -> None:
    found = catalog.load(tiny.path / "exercises")
    before = place.started(found)
    place.start(exercise)

    assert (before, place.started(found)) == ([], [exercise])


# --- resetting ---


def test_reset_moves_the_attempt_aside(place: Workspace, exercise: Exercise) -> None:
    place.start(exercise)
    place.attempt(exercise).write_text("mine\n")
    backup = place.reset(exercise)

    assert backup is not None
    assert (backup.read_text(), place.attempt(exercise).read_text()) == ("mine\n", STUB)


def test_a_backup_is_named_for_its_topic_and_time(place: Workspace, exercise: Exercise) -> None:
    place.start(exercise)
    backup = place.reset(exercise)

    assert backup is not None
    assert backup.match("tiny/tiny.????-??-??T??-??-??.py")


def test_resets_within_one_second_keep_every_attempt(place: Workspace, exercise: Exercise) -> None:
    place.start(exercise)
    backups = []
    for number in range(4):
        place.attempt(exercise).write_text(str(number))
        backups.append(place.reset(exercise))

    assert [backup.read_text() for backup in backups if backup] == ["0", "1", "2", "3"]


def test_reset_without_an_attempt_puts_the_stub_there(place: Workspace, exercise: Exercise) -> None:
    assert (place.reset(exercise), place.attempt(exercise).read_text()) == (None, STUB)


def test_a_reset_that_fails_puts_the_attempt_back(place: Workspace, exercise: Exercise) -> None:
    place.start(exercise)
    place.attempt(exercise).write_text("mine\n")
    exercise.stub.unlink()

    with pytest.raises(OSError, match="No such file"):
        place.reset(exercise)

    assert (names(place.folder / "tiny"), place.attempt(exercise).read_text()) == (["README.md", "tiny.py"], "mine\n")


# --- standing ---


def test_what_is_remembered_is_known_later(place: Workspace) -> None:
    place.remember("tiny", score="3/2", max_score="4")
    place.remember("other", hints=1)

    assert place.standings() == {"tiny": Standing("3/2", "4"), "other": Standing(hints=1)}


def test_remembering_one_thing_keeps_the_others(place: Workspace) -> None:
    place.remember("tiny", hints=2)

    assert place.remember("tiny", score="4", max_score="4") == Standing("4", "4", 2)


def test_a_new_workspace_knows_nothing(place: Workspace) -> None:
    assert place.standings() == {}


@pytest.mark.parametrize("content", [b"", b"{ not json", b"[]", b'{"tiny": {"score": 3}}', b"\xff"])
def test_a_damaged_memory_counts_as_empty(place: Workspace, content: bytes) -> None:
    (place.folder / ".grader").mkdir()
    (place.folder / workspace.PROGRESS).write_bytes(content)

    assert place.standings() == {}


def test_a_workspace_that_cannot_be_written_forgets(place: Workspace) -> None:
    (place.folder / ".grader").write_text("in the way")

    assert place.remember("tiny", hints=1) == Standing(hints=1)
    assert place.standings() == {}


@pytest.mark.parametrize(
    ("score", "max_score", "checked", "done"),
    [("0", "0", False, False), ("0", "4", True, False), ("7/2", "4", True, False), ("8/2", "4", True, True)],
)
def test_a_topic_is_done_with_full_points(score: str, max_score: str, checked: bool, done: bool) -> None:
    standing = Standing(score, max_score)

    assert (standing.checked, standing.done) == (checked, done)


def test_points_are_remembered_exactly(place: Workspace) -> None:
    place.remember("tiny", score=str(Fraction(5, 3)), max_score="4")

    assert Fraction(place.standings()["tiny"].score) == Fraction(5, 3)
