"""What failures look like: named when they fit, and never a guess."""

import pytest

from grader import catalog, misconceptions
from grader.misconceptions import Known
from grader.verdicts import AttemptResult, Evidence, TestResult
from tests.conftest import TOPICS, Folder

PARTS = {"A::a": "A", "A::b": "A", "B::c": "B"}


def result(**failed: tuple[str, str]) -> AttemptResult:
    """An attempt that fails at these tests, each with a subject and an answer."""
    tests = []
    for name, part in PARTS.items():
        why = failed.get(name[-1])
        evidence = Evidence("why", snippet="f()", subject=why[0], expected="1", actual=why[1]) if why else None
        tests.append(TestResult(name, name, part, "claim", "failed" if why else "passed", "1", evidence=evidence))
    return AttemptResult("topic", 1, "attempt.py", tuple(tests))


def known(name: str, **failed: tuple[str, str]) -> Known:
    return Known(f"{name}.py", name, "Why it is wrong.", misconceptions.failures(result(**failed)))


def test_the_same_failures_in_the_same_way_are_named() -> None:
    found = misconceptions.match(
        result(a=("calls", "2")), [known("late", a=("calls", "2")), known("early", b=("x", "1"))]
    )

    assert found is not None
    assert (found.name, found.explanation, found.tests) == ("late", "Why it is wrong.", ("A::a",))


def test_failures_of_another_part_are_another_matter() -> None:
    found = misconceptions.match(result(a=("calls", "2"), c=("rows", "[]")), [known("late", a=("calls", "2"))])

    assert found is not None


@pytest.mark.parametrize(
    "seen",
    [
        {"b": ("calls", "2")},  # another test
        {"a": ("calls", "2"), "b": ("calls", "2")},  # one more of the same part
        {"a": ("waits", "2")},  # another kind of failure
        {"a": ("calls", "3")},  # another answer to the same case
        {},  # nothing fails
    ],
)
def test_what_does_not_fit_is_not_guessed(seen: dict[str, tuple[str, str]]) -> None:
    assert misconceptions.match(result(**seen), [known("late", a=("calls", "2"))]) is None


def test_two_that_fit_as_well_are_none() -> None:
    twins = [known("late", a=("calls", "2")), known("tardy", a=("calls", "2"))]

    assert misconceptions.match(result(a=("calls", "2")), twins) is None


def test_the_one_that_explains_more_is_the_one() -> None:
    both = known("both", a=("calls", "2"), c=("rows", "[]"))

    found = misconceptions.match(result(a=("calls", "2"), c=("rows", "[]")), [known("late", a=("calls", "2")), both])

    assert found is not None
    assert found.name == "both"


@pytest.mark.parametrize("topic", TOPICS)
def test_a_stranger_is_seldom_taken_for_a_known_misconception(topic: str) -> None:
    """Leaving each one out, the others keep silent about it: all but those that give the very same answers."""
    exercise = catalog.load().get(topic)
    collection = misconceptions.read(exercise)
    assert len(collection) >= 10

    spoken = [one.file for one in collection if _looks_like_another(one, collection)]

    assert len(spoken) <= len(collection) // 8, spoken


def _looks_like_another(one: Known, collection: list[Known]) -> bool:
    parts = {test: test.partition("::")[0] for other in collection for test in other.failures}
    scores = [misconceptions.score(one.failures, other, parts) for other in collection if other is not one]
    best = sorted((score for score in scores if score is not None), reverse=True)
    return bool(best) and (len(best) == 1 or best[0] > best[1])


def test_check_says_it_in_both_reports(tiny: Folder) -> None:
    said = "Squares instead of doubling\n\nTwice two is four either way. Try three."
    header = f'"""{said}\n\nFails: TestDouble::test_doubles\n"""\n'
    tiny.write("exercises/tiny/wrong/squares.py", f"{header}def double(n):\n    return n * n\n")
    tiny.write("exercises/tiny/right/adds.py", '"""Adds."""\ndef double(n):\n    return n + n\n')
    tiny.write("attempt.py", "def double(number):\n    return number**2\n")
    assert tiny.run("author", "record", "--catalog", "exercises").status == 0
    command = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    text, document = tiny.run(*command), tiny.run(*command, "--format", "json").json

    assert 'This looks like "Squares instead of doubling": Twice two is four either way.' in " ".join(text.out.split())
    assert document["results"][0]["misconception"]["name"] == "Squares instead of doubling"
