"""`grader author new`: it makes all of an exercise or nothing, and never in the place of anything."""

import os
import shlex
import subprocess
import sys

import pytest

from grader import catalog
from grader.author import scaffold
from grader.errors import UsageError
from grader.installed import default_folder
from tests.conftest import Folder, Outcome, environment

CATALOG = ("--catalog", "exercises")


def everything(folder: Folder) -> dict[str, str]:
    """What lies in a folder: each file's text, where a link leads, and the folders."""
    return {
        str(path.relative_to(folder.path)): os.readlink(path)
        if path.is_symlink()
        else path.read_text(errors="replace")
        if path.is_file()
        else "folder"
        for path in folder.path.rglob("*")
    }


def new(folder: Folder, topic: str, *options: str) -> Outcome:
    return folder.run("author", "new", topic, *options)


def test_a_new_exercise_is_made_whole_and_nothing_else(folder: Folder) -> None:
    outcome = new(folder, "two-words", *CATALOG)

    assert outcome.status == 0, outcome
    assert sorted(path for path, text in everything(folder).items() if text != "folder") == [
        *(
            f"exercises/two-words/{name}"
            for name in (
                "README.md",
                "examples.msgpack",
                "exercise.toml",
                "misconceptions.json",
                "right/counts.py",
                "scenarios.py",
                "test_two_words.py",
                "two_words.py",
                "wrong/forgets_the_sign.py",
            )
        ),
        "solutions/two_words.py",
    ]


# --- names ---


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("class", "a word of Python's"),
        ("async", "a word of Python's"),
        ("json", "a module of Python's own"),
        ("this", "a module of Python's own"),
        ("msgspec", "a package that is installed"),
        ("grader", "a package that is installed"),
        ("scenarios", "is taken"),
        ("conftest", "is taken"),
        ("solutions", "is taken"),
        ("test", "a module of Python's own"),
        ("distutils", "a module of Python's own"),
        ("compression", "a module of Python's own"),
        ("typing-extensions", "a package that is installed"),
        ("aux", "a device on Windows"),
        ("com1", "a device on Windows"),
        ("a" * 61, "60 are enough"),
        *(
            (topic, "lower-case words with hyphens")
            for topic in ("Upper", "1st", "..", "a/b", "a.b", "a_b", "a--b", "-a")
        ),
        *((topic, "lower-case words with hyphens") for topic in ("a-", "", "ä", "a b", "a\n", "/tmp/x", "a\\b", "a-B")),
    ],
)
def test_a_name_that_cannot_work_is_refused(topic: str, words: str) -> None:
    with pytest.raises(UsageError, match=r"can't be a topic") as problem:
        scaffold.check_name(topic)

    assert words in str(problem.value)


@pytest.mark.parametrize(
    "topic", ["match", "type", "number", "answer", "attempt", "class-methods", "a", "x2", "a" * 60]
)
def test_a_name_that_can_work_is_none_to_refuse(topic: str) -> None:
    scaffold.check_name(topic)


def test_a_name_that_cannot_work_leaves_nothing_behind(folder: Folder) -> None:
    outcome = new(folder, "class", *CATALOG)

    assert (outcome.status, outcome.err.count("\n"), everything(folder)) == (2, 1, {}), outcome


@pytest.mark.parametrize("topic", ["number", "answer"])
def test_names_of_the_template_are_good_names(folder: Folder, topic: str) -> None:
    assert new(folder, topic, *CATALOG).status == 0
    checked = folder.run("check", topic, "--attempt", f"exercises/{topic}/wrong/forgets_the_sign.py", *CATALOG)

    assert checked.status == 1, checked
    assert "expected   answer: " in checked.out


# --- where ---


def test_it_is_made_in_the_catalog_of_the_current_folder(folder: Folder) -> None:
    (folder.path / "exercises").mkdir()

    above, inside = new(folder, "one"), folder.run("author", "new", "two", folder="exercises")

    assert (above.status, inside.status) == (0, 0), (above, inside)
    assert [one.topic for one in catalog.load(folder.path / "exercises")] == ["one", "two"]


def test_it_is_never_made_in_the_installed_catalog(folder: Folder) -> None:
    before = os.listdir(default_folder())

    outcome = new(folder, "no-such-exercise")

    assert outcome.status == 2, outcome
    assert "--catalog" in outcome.err
    assert everything(folder) == {}
    assert os.listdir(default_folder()) == before


def test_a_recording_is_never_written_into_the_installed_catalog(folder: Folder) -> None:
    outcome = folder.run("author", "record", "decorators")

    assert outcome.status == 2, outcome
    assert "--catalog" in outcome.err


def test_the_next_commands_work_as_they_are_printed(folder: Folder) -> None:
    outcome = new(folder, "one", "--catalog", "my catalog/exercises")
    printed = [line.strip() for line in outcome.out.splitlines() if line.startswith("  grader author")]

    assert len(printed) == 2, outcome
    for line in printed:
        program, *command = shlex.split(line)
        done = folder.run(*command, *(["--quick"] if "verify" in command else []))
        assert program == "grader"
        assert done.status == 0, done


# --- what is there already, and what goes wrong ---


@pytest.mark.parametrize(
    "there",
    ["exercises/one", "exercises/one/", "solutions/one.py", "solutions/one.py/", "exercises", "solutions"],
)
@pytest.mark.parametrize("kind", ["file", "link"])
def test_nothing_that_is_there_is_replaced(folder: Folder, there: str, kind: str) -> None:
    place = folder.path / there
    place.parent.mkdir(parents=True, exist_ok=True)
    if there.endswith("/"):
        place.mkdir()
    elif kind == "link":
        place.symlink_to("nowhere")
    else:
        place.write_text("mine\n")
    before = everything(folder)

    outcome = new(folder, "one", *CATALOG)

    assert outcome.status in (2, 3), outcome
    assert outcome.err.count("\n") == 1
    assert "nothing was changed" in outcome.err
    assert everything(folder) == before


def test_a_full_disk_leaves_nothing_behind(folder: Folder) -> None:
    command = [sys.executable, "-m", "grader", "author", "new", "one", *CATALOG]
    limited = f"ulimit -f 0; exec {shlex.join(command)}"

    done = subprocess.run(["bash", "-c", limited], cwd=folder.path, env=environment(), capture_output=True, text=True)

    assert done.returncode == 3, done
    assert (done.stderr.count("\n"), "nothing was changed" in done.stderr) == (1, True)
    assert everything(folder) == {}


def test_a_folder_that_cannot_be_written_is_one_line(folder: Folder) -> None:
    (folder.path / "exercises").mkdir(mode=0o500)
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    command = [*drop, sys.executable, "-m", "grader", "author", "new", "one", *CATALOG]

    done = subprocess.run(command, cwd=folder.path, env=environment(), capture_output=True, text=True)

    assert done.returncode == 3, done
    assert (done.stderr.count("\n"), "Permission denied; nothing was changed" in done.stderr) == (1, True)
    assert everything(folder) == {"exercises": "folder"}


def test_a_jail_that_does_not_start_leaves_nothing_behind(folder: Folder) -> None:
    outcome = folder.run("author", "new", "one", *CATALOG, GRADER_WITHOUT="everything")

    assert outcome.status == 3, outcome
    assert outcome.err.count("\n") == 1
    assert everything(folder) == {}
