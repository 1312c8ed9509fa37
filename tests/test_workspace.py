"""A learner's folder: what was started in it, and where it stands."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from grader import catalog, workspace
from grader.catalog import Exercise
from grader.errors import GraderError, UsageError
from grader.workspace import Config, Workspace
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
        "solution = true\n"
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


@pytest.mark.parametrize(
    "text",
    [
        "pass_mark = ",
        "pass_mark = '60'",
        "pass_mark = -5",
        "pass_mark = 101",
        "pass_mark = true",
        "colour = 'red'",
        "seed = 1.5",
        "seed = -1",
        "seed = 18446744073709551616",
        "seed = " + 4000 * "9",
        "x = " + 4000 * "[",
        "\udcff",
    ],
    ids=lambda text: ascii(text[:24]),
)
def test_broken_settings_are_named(place: Workspace, text: str) -> None:
    (place.folder / "grader.toml").write_bytes(text.encode(errors="surrogateescape"))

    with pytest.raises(UsageError, match=r"grader\.toml is broken: .*; mend it, or delete it"):
        workspace.find(place.folder)


def test_the_greatest_seed_is_taken(place: Workspace) -> None:
    (place.folder / "grader.toml").write_text("seed = 18446744073709551615\n")

    assert workspace.need(place.folder).config.seed == 2**64 - 1


def test_settings_of_another_format_say_what_to_do(place: Workspace) -> None:
    (place.folder / "grader.toml").write_text("format = 2\nstages = ['a']\n")

    with pytest.raises(UsageError, match="has format 2, and this grader knows 1: take the grader that it was"):
        workspace.find(place.folder)


@pytest.mark.parametrize(
    ("put", "words"),
    [
        (os.mkfifo, "is not a regular file"),
        (os.mkdir, "is not a regular file"),
        (lambda path: os.symlink("/dev/zero", path), "is a link"),
        (lambda path: os.symlink("nowhere", path), "is a link"),
        (lambda path: path.write_bytes(b"#" * (workspace.MAX_CONFIG + 1)), "has 4,097 bytes; settings has at most"),
    ],
    ids=["pipe", "folder", "link", "link to nowhere", "large"],
)
def test_settings_that_are_no_plain_file_are_refused(
    place: Workspace, put: Callable[[Path], object], words: str
) -> None:
    (place.folder / "grader.toml").unlink()
    put(place.folder / "grader.toml")

    with pytest.raises(UsageError, match=words):
        workspace.find(place.folder)


@pytest.mark.parametrize("text", [b"pass_mark = 0\nseed = 7\n", b"pass_mark = -5", b"\xff"])
def test_no_word_of_the_settings_is_taken_where_none_is_wanted(place: Workspace, text: bytes) -> None:
    (place.folder / "grader.toml").write_bytes(text)

    assert workspace.find(place.folder, config=False) == Workspace(place.folder, Config())


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


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_nothing_is_put_through_a_link(place: Workspace, exercise: Exercise, target: str) -> None:
    (place.folder / "elsewhere").mkdir()
    (place.folder / "tiny").symlink_to(target)

    for command in (place.start, place.reset):
        with pytest.raises(UsageError, match="tiny is a link, and nothing is read or written through one"):
            command(exercise)

    assert (names(place.folder), names(place.folder / "elsewhere")) == (["elsewhere", "grader.toml", "tiny"], [])


def test_a_link_in_the_place_of_a_topics_folder_counts_as_started(
    place: Workspace, exercise: Exercise, tiny: Folder
) -> None:
    (place.folder / "tiny").symlink_to("nowhere")

    assert place.started(catalog.load(tiny.path / "exercises")) == [exercise]


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
