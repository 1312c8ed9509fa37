"""Chapters say what stands and what is to come: in `grader list`, and in the README's table."""

import importlib.util

import pytest

from grader import catalog
from grader.chapters import chapters
from grader.errors import UsageError
from tests.conftest import IN_ORDER, ROOT, Folder

PLAN = """
[[chapters]]
name = "Tests"
topics = ["before", "tiny", "second-one"]

[[chapters]]
name = "Empty"
topics = ["later"]
"""


def test_a_plan_has_its_order_and_what_is_missing(several: Folder) -> None:
    several.write("exercises/chapters.toml", PLAN)

    found = chapters(catalog.load(several.path / "exercises"))

    assert [(one.name, [exercise.topic for exercise in one.exercises], one.to_come) for one in found] == [
        ("Tests", ["tiny", "second-one"], ("before",)),
        ("Empty", [], ("later",)),
        ("Others", ["third"], ()),
    ]


def test_without_a_plan_nothing_is_to_come(several: Folder) -> None:
    found = chapters(catalog.load(several.path / "exercises"))

    assert [(one.name, one.to_come) for one in found] == [("Tests", ()), ("Others", ())]


@pytest.mark.parametrize("text", ["chapters = 3", "[[chapters", '[[chapters]]\nname = "x"\ntopics = ["No Topic"]\n'])
def test_a_broken_plan_is_one_line(several: Folder, text: str) -> None:
    several.write("exercises/chapters.toml", text)

    with pytest.raises(UsageError, match=r"chapters\.toml is broken: "):
        chapters(catalog.load(several.path / "exercises"))
    outcome = several.run("list", "--catalog", "exercises")
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1


def test_list_says_what_is_to_come(several: Folder) -> None:
    several.write("exercises/chapters.toml", PLAN)

    lines = several.run("list", "--catalog", "exercises").out.splitlines()

    assert "  to come: before" in lines
    assert lines[lines.index("Empty") + 1] == "  to come: later"


def test_the_plan_of_the_guide_knows_every_exercise() -> None:
    found = chapters(catalog.load(ROOT / "exercises"))

    assert [exercise.topic for one in found for exercise in one.exercises] == IN_ORDER
    assert sum(len(one.exercises) + len(one.to_come) for one in found) == 42
    assert len(found) == 8


def test_the_table_of_the_readme_is_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("topics", ROOT / "scripts" / "topics.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    assert script.table() in script.README.read_text(encoding="utf-8"), "run python scripts/topics.py"
