"""Exercises and where they lie."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from grader import catalog
from grader.catalog import Budgets, Exercise, Manifest
from grader.errors import ExerciseError, UsageError
from grader.installed import default_folder
from tests.conftest import TINY, Folder

MANIFEST = TINY["exercises/tiny/exercise.toml"]


def add(folder: Folder, topic: str, order: int = 1, **changes: str) -> None:
    text = MANIFEST.replace("order = 1", f"order = {order}")
    for old, new in changes.items():
        text = text.replace(old, new)
    folder.write(f"exercises/{topic}/exercise.toml", text)
    module = topic.replace("-", "_")
    for name in (f"{module}.py", "README.md", "scenarios.py", f"test_{module}.py"):
        folder.write(f"exercises/{topic}/{name}", "# nothing\n")


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

    assert found.folder == default_folder()
    assert "decorators" in topics(found)


def test_a_relative_folder_is_remembered_whole(tiny: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.path)

    assert catalog.load(Path("exercises")).get("tiny").folder == tiny.path / "exercises/tiny"


# --- what is broken ---


def spoil(place: Path, how: str) -> None:
    """Makes `place`, the folder of an exercise, one that can't be used."""
    if how.startswith("without "):
        (place / how.removeprefix("without ")).unlink()
        return
    if how == "manifest":
        (place / "exercise.toml").write_text("title = ")
        return
    if how == "suite is a folder":
        (place / "test_bad.py").unlink()
        (place / "test_bad.py").mkdir()
        return
    shutil.rmtree(place)
    if how == "file":
        place.write_text("../elsewhere/bad\n")
    elif how == "dangling":
        place.symlink_to("nowhere")
    elif how == "loop":
        place.symlink_to("bad")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("manifest", "exercise.toml is not a valid manifest"),
        ("without exercise.toml", "has no exercise.toml"),
        ("without scenarios.py", "bad has no scenarios"),
        ("without README.md", "bad has no brief"),
        ("without bad.py", "bad has no stub"),
        ("without test_bad.py", "bad has no suite"),
        ("suite is a folder", "bad has no suite"),
        ("file", "can't be read: Not a directory"),
        ("dangling", "leads nowhere"),
        ("loop", "leads nowhere"),
    ],
)
def test_a_broken_exercise_costs_itself_alone(folder: Folder, how: str, words: str) -> None:
    for topic in ("a", "bad", "c"):
        add(folder, topic)
    spoil(folder.path / "exercises/bad", how)

    found = load(folder)

    assert topics(found) == ["a", "c"]
    assert [one.topic for one in found.broken] == ["bad"]
    assert words in found.broken[0].problem
    assert "\n" not in found.broken[0].problem
    with pytest.raises(ExerciseError, match=re.escape(words)):
        found.get("bad")


def test_a_folder_that_cannot_be_a_topic_is_said(folder: Folder) -> None:
    for topic in ("a", "Two_Words"):
        add(folder, topic)

    assert topics(load(folder)) == ["a"]
    assert "name it in lower-case words with hyphens" in load(folder).broken[0].problem


def test_what_has_nothing_to_do_with_exercises_is_not_looked_at(tiny: Folder) -> None:
    for name in ("README.md", "LICENSE", ".git/config", "__pycache__/x.pyc", ".old/exercise.toml", "data/numbers.csv"):
        tiny.write(f"exercises/{name}", "x")

    assert (topics(load(tiny)), load(tiny).broken) == (["tiny"], ())


def test_what_is_named_twice_is_chosen_once(folder: Folder) -> None:
    for topic in ("a-b", "c"):
        add(folder, topic)

    chosen = load(folder).choose(["c", "a-b", "a_b", "A-B", "c/", "c"])

    assert [one.topic for one in chosen] == ["c", "a-b"]


# --- an author's catalog ---


@pytest.mark.parametrize(
    ("inside", "found"), [(".", "exercises"), ("exercises", "exercises"), ("exercises/tiny", "exercises")]
)
def test_an_authors_catalog_is_the_current_folders(
    tiny: Folder, monkeypatch: pytest.MonkeyPatch, inside: str, found: str
) -> None:
    monkeypatch.chdir(tiny.path / inside)

    assert catalog.own(None) == tiny.path / found


def test_an_authors_catalog_is_never_the_installed_one(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path)

    with pytest.raises(UsageError, match=r"no catalog here to write into: .* --catalog"):
        catalog.own(None)


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
        hints={"double": ["What is twice a number?", "Look at `+`.", "n + n"], "again": ["Does it keep anything?"]},
        requires=[],
        packages=[],
        budgets=Budgets(call_seconds=1.0, test_seconds=3.0),
    )


def test_a_list_of_hints_is_for_the_whole(folder: Folder) -> None:
    add(folder, "a", **{"hints = {": 'hints = ["One.", "Two."] # {'})

    assert load(folder).get("a").manifest.hints_by_part == {catalog.WHOLE: ["One.", "Two."]}


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
        ("points = 4", "points = 0", "Expected `int` >= 1"),
        ("hints = {", "hints = []\n[other]\nhints = {", "`array` of length >= 1"),
        ("hints = {", "hints = {}\n[other]\nhints = {", "`object` of length >= 1"),
        ('again = ["Does it keep anything?"]', "again = []", r"`array` of length >= 1 - at `\$.hints"),
        ('again = ["Does it keep anything?"]', "again = 'text'", "Expected `array`"),
    ],
)
def test_a_broken_manifest_says_where_and_what(folder: Folder, old: str, new: str, words: str) -> None:
    add(folder, "a", **{old: new})

    with pytest.raises(ExerciseError, match=rf"exercise\.toml is not a valid manifest: .*{words}"):
        load(folder).get("a")


def test_a_manifest_that_is_no_text_is_not_valid(folder: Folder) -> None:
    folder.write("exercises/a/exercise.toml", b"\xff\xfe")

    with pytest.raises(ExerciseError, match="is not a valid manifest"):
        load(folder).get("a")


def test_a_manifest_that_is_missing_cannot_be_read(folder: Folder) -> None:
    with pytest.raises(ExerciseError, match="can't be read: No such file"):
        catalog.load_exercise(folder.path)


def test_a_manifest_that_is_a_folder_cannot_be_read(folder: Folder) -> None:
    (folder.path / "exercises/a/exercise.toml").mkdir(parents=True)

    with pytest.raises(ExerciseError, match="can't be read: Is a directory"):
        load(folder).get("a")


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


def test_the_digest_is_of_all_that_decides_a_verdict(tiny: Folder) -> None:
    tiny.write("exercises/tiny/data/words.txt", "one\n")
    expected = hashlib.sha256()
    for name in ("data/words.txt", "exercise.toml", "scenarios.py", "test_tiny.py", "tiny.py"):
        content = (tiny.path / "exercises/tiny" / name).read_bytes()
        if name == "exercise.toml":
            content = b'{"budgets":{"call_seconds":1.0,"test_seconds":3.0},"points":4,"version":3}'
        expected.update(f"{name} {len(content)}\n".encode() + content)

    assert load(tiny).get("tiny").suite_digest == expected.hexdigest()


@pytest.mark.parametrize(
    "name", ["scenarios.py", "test_tiny.py", "tiny.py", "helper.py", "words.txt", "data/deep/right/x"]
)
def test_the_digest_changes_with_each_file_that_a_suite_can_read(tiny: Folder, name: str) -> None:
    text = tiny.read(f"exercises/tiny/{name}") if (tiny.path / "exercises/tiny" / name).is_file() else ""
    before = load(tiny).get("tiny").suite_digest
    tiny.write(f"exercises/tiny/{name}", text + "# more\n")

    assert load(tiny).get("tiny").suite_digest != before


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "wrong/one.py",
        "right/one.py",
        "examples.msgpack",
        "misconceptions.json",
        "equivalent.toml",
        "__pycache__/test_tiny.cpython-311.pyc",
        "data/__pycache__/x.pyc",
        ".DS_Store",
    ],
)
def test_the_digest_stays_with_any_other_file(tiny: Folder, name: str) -> None:
    before = load(tiny).get("tiny").suite_digest
    tiny.write(f"exercises/tiny/{name}", "changed\n")

    assert load(tiny).get("tiny").suite_digest == before


@pytest.mark.parametrize(
    ("old", "new", "decides"),
    [
        ("points = 4", "points = 5", True),
        ("version = 3", "version = 4", True),
        ("call_seconds = 1.0", "call_seconds = 1.5", True),
        ("points = 4", "points = 4\nrequires = ['files']", True),
        ("n + n", "2 * n", False),
        ('"Tiny"', '"Small"', False),
        ('"Tests"', '"Others"', False),
        ("order = 1", "order = 2", False),
        ('"easy"', '"hard"', False),
        ('"Double"', '"Twice"', False),
        ("points = 4", "points   = 4  # as the suite adds up", False),
    ],
)
def test_the_digest_changes_with_what_a_manifest_says_to_the_judge(
    tiny: Folder, old: str, new: str, decides: bool
) -> None:
    before = load(tiny).get("tiny").suite_digest
    tiny.write("exercises/tiny/exercise.toml", tiny.read("exercises/tiny/exercise.toml").replace(old, new))

    assert (load(tiny).get("tiny").suite_digest != before) == decides


def test_the_digest_tells_a_file_that_moved(tiny: Folder) -> None:
    tiny.write("exercises/tiny/a.txt", "same")
    before = load(tiny).get("tiny").suite_digest
    (tiny.path / "exercises/tiny/a.txt").rename(tiny.path / "exercises/tiny/b.txt")

    assert load(tiny).get("tiny").suite_digest != before
