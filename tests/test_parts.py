"""The parts of an exercise, read from its suite."""

import pytest

from grader import catalog, parts
from grader.errors import ExerciseError, UsageError
from tests.conftest import TOPICS, Folder


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("timer", "Timer"),
        ("TIMER", "Timer"),
        ("tim", "Timer"),
        ("database_transaction", "database_transaction"),
        ("database-transaction", "database_transaction"),
        ("DatabaseTransaction", "database_transaction"),
        ("database", "database_transaction"),
    ],
)
def test_a_part_is_found_however_it_is_written(asked: str, name: str) -> None:
    assert parts.find(catalog.load().get("context-managers"), asked).name == name


@pytest.mark.parametrize("topic", TOPICS)
def test_every_part_of_every_exercise_is_found_by_its_name(topic: str) -> None:
    exercise = catalog.load().get(topic)
    there = parts.parts(exercise)

    assert len(there) > 1
    assert [parts.find(exercise, one.name) for one in there] == list(there)


@pytest.mark.parametrize("asked", ["nosuch", "", " ", "t" * 300])
def test_a_part_that_is_none_is_one_line_with_the_parts(asked: str) -> None:
    with pytest.raises(UsageError) as problem:
        parts.find(catalog.load().get("decorators"), asked)

    assert str(problem.value).endswith(": it has timer, cache, retry, all three")


def test_a_name_that_several_begin_with_is_none(tiny: Folder) -> None:
    suite = "class TestA:\n    '''double once'''\nclass TestB:\n    '''double twice'''\nclass Helper: ...\n"
    tiny.write("exercises/tiny/test_tiny.py", suite)
    exercise = catalog.load(tiny.path / "exercises").get("tiny")

    assert parts.find(exercise, "double t").test_class == "TestB"
    with pytest.raises(UsageError, match="it has double once, double twice"):
        parts.find(exercise, "double")


def test_a_suite_that_can_t_be_read_is_the_authors(tiny: Folder) -> None:
    tiny.write("exercises/tiny/test_tiny.py", "class (:\n")

    with pytest.raises(ExerciseError, match="can't be read"):
        parts.parts(catalog.load(tiny.path / "exercises").get("tiny"))
