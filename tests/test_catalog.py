"""Exercises and where they lie."""

import hashlib
from pathlib import Path

import pytest

from grader import catalog
from grader.catalog import Budgets, Exercise, Manifest
from grader.errors import ExerciseError, UsageError
from tests.conftest import TINY, Folder

MANIFEST = TINY["exercises/tiny/exercise.toml"]


def add(folder: Folder, topic: str, order: int = 1, **changes: str) -> None:
    text = MANIFEST.replace("order = 1", f"order = {order}")
    for old, new in changes.items():
        text = text.replace(old, new)
    folder.write(f"exercises/{topic}/exercise.toml", text)


def load(folder: Folder) -> catalog.Catalog:
    return catalog.load(folder.path / "exercises")


def topics(found: catalog.Catalog) -> list[str]:
    return [exercise.topic for exercise in found]


# --- a catalog ---


def test_exercises_come_in_the_guides_order(folder: Folder) -> None:
    for topic, order in {"a": 3, "b": 1, "c": 2}.items():
        add(folder, topic, order)

    assert topics(load(folder)) == ["b", "c", "a"]


def test_exercises_of_one_place_come_by_name(folder: Folder) -> None:
    for topic in ("b", "c", "a"):
        add(folder, topic)

    assert topics(load(folder)) == ["a", "b", "c"]


def test_a_folder_without_a_manifest_is_no_exercise(tiny: Folder) -> None:
    tiny.write("exercises/notes/README.md", "notes")

    assert topics(load(tiny)) == ["tiny"]


@pytest.mark.parametrize("typed", ["two-words", "two_words", "Two-Words", "TWO_WORDS"])
def test_a_topic_is_found_however_it_is_typed(folder: Folder, typed: str) -> None:
    add(folder, "two-words")

    assert load(folder).get(typed).topic == "two-words"


def test_a_misspelt_topic_gets_the_nearest_name(tiny: Folder) -> None:
    with pytest.raises(UsageError, match=r"^there is no topic 'tinny': did you mean tiny\?$"):
        load(tiny).get("tinny")


@pytest.mark.parametrize("typed", ["", "zzzz", ".."])
def test_a_topic_like_no_other_gets_the_list(tiny: Folder, typed: str) -> None:
    with pytest.raises(UsageError, match="see: grader list"):
        load(tiny).get(typed)


def test_a_folder_without_exercises_is_no_catalog(folder: Folder) -> None:
    with pytest.raises(UsageError, match="is no catalog"):
        catalog.load(folder.path)


def test_a_folder_that_does_not_exist_is_no_catalog(folder: Folder) -> None:
    with pytest.raises(UsageError, match="is no catalog"):
        catalog.load(folder.path / "nowhere")


def test_the_catalog_that_comes_with_the_package_can_be_loaded() -> None:
    found = catalog.load()

    assert found.folder == catalog.default_folder()
    assert "decorators" in topics(found)


def test_a_relative_folder_is_remembered_whole(tiny: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.path)

    assert catalog.load(Path("exercises")).get("tiny").folder == tiny.path / "exercises/tiny"


# --- a manifest ---


def test_a_manifest_is_read_whole(tiny: Folder) -> None:
    assert load(tiny).get("tiny").manifest == Manifest(
        title="Tiny",
        chapter="Tests",
        order=1,
        version=3,
        difficulty="easy",
        points=4,
        objectives=["Double"],
        hints=["What is twice a number?", "Look at `+`.", "n + n"],
        requires=[],
        packages=[],
        budgets=Budgets(call_seconds=1.0, test_seconds=3.0),
    )


@pytest.mark.parametrize("ability", sorted(catalog.ABILITIES))
def test_each_ability_can_be_required(folder: Folder, ability: str) -> None:
    add(folder, "a", **{"hints =": f'requires = ["{ability}"]\nhints ='})

    assert load(folder).get("a").manifest.requires == [ability]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("points = 4", "points = 4\ncolour = 'red'", "unknown field `colour`"),
        ("[budgets]", "[budgets]\ndisk_mb = 1", r"unknown field `disk_mb` - at `\$.budgets`"),
        ("points = 4", "", "missing required field `points`"),
        ("points = 4", "points = 4.5", "Expected `int`"),
        ("points = 4", "points = '4'", "Expected `int`"),
        ('"easy"', '"simple"', "Invalid enum value 'simple'"),
        ("hints =", "requires = ['network']\nhints =", "Invalid enum value 'network'"),
        ('["Double"]', '"Double"', "Expected `array`"),
        ("title = ", "title ", "line 2"),
    ],
)
def test_a_broken_manifest_says_where_and_what(folder: Folder, old: str, new: str, words: str) -> None:
    add(folder, "a", **{old: new})

    with pytest.raises(ExerciseError, match=rf"exercise\.toml is not a valid manifest: .*{words}"):
        load(folder)


def test_a_manifest_that_is_no_text_is_not_valid(folder: Folder) -> None:
    folder.write("exercises/a/exercise.toml", b"\xff\xfe")

    with pytest.raises(ExerciseError, match="is not a valid manifest"):
        load(folder)


def test_a_manifest_that_is_missing_cannot_be_read(folder: Folder) -> None:
    with pytest.raises(ExerciseError, match="can't be read: No such file"):
        catalog.load_exercise(folder.path)


def test_a_manifest_that_is_a_folder_cannot_be_read(folder: Folder) -> None:
    (folder.path / "exercises/a/exercise.toml").mkdir(parents=True)

    with pytest.raises(ExerciseError, match="can't be read: Is a directory"):
        load(folder)


# --- an exercise ---


def test_the_files_of_an_exercise_are_named_by_its_module(tiny: Folder) -> None:
    exercise = Exercise(Path("/lib/exercises/two-words"), load(tiny).get("tiny").manifest)

    assert {name: str(getattr(exercise, name)) for name in ("topic", "module", "stub", "suite", "reference")} == {
        "topic": "two-words",
        "module": "two_words",
        "stub": "/lib/exercises/two-words/two_words.py",
        "suite": "/lib/exercises/two-words/test_two_words.py",
        "reference": "/lib/solutions/two_words.py",
    }


def test_the_digest_is_of_manifest_scenarios_and_suite(tiny: Folder) -> None:
    expected = hashlib.sha256()
    for name in ("exercise.toml", "scenarios.py", "test_tiny.py"):
        content = (tiny.path / "exercises/tiny" / name).read_bytes()
        expected.update(f"{name} {len(content)}\n".encode() + content)

    assert load(tiny).get("tiny").suite_digest == expected.hexdigest()


@pytest.mark.parametrize("name", ["exercise.toml", "scenarios.py", "test_tiny.py"])
def test_the_digest_changes_with_each_file_that_decides_a_verdict(tiny: Folder, name: str) -> None:
    before = load(tiny).get("tiny").suite_digest
    tiny.write(f"exercises/tiny/{name}", tiny.read(f"exercises/tiny/{name}") + "# more\n")

    assert load(tiny).get("tiny").suite_digest != before


@pytest.mark.parametrize("name", ["README.md", "tiny.py", "wrong/one.py", "examples.msgpack"])
def test_the_digest_stays_with_any_other_file(tiny: Folder, name: str) -> None:
    before = load(tiny).get("tiny").suite_digest
    tiny.write(f"exercises/tiny/{name}", "changed\n")

    assert load(tiny).get("tiny").suite_digest == before
