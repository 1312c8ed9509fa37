"""What failures look like: each failing test by itself, named where it fits, and never a guess."""

import msgspec
import pytest

from grader import catalog, misconceptions
from grader.misconceptions import Known, matches
from grader.verdicts import AttemptResult, Looks, TestResult
from tests.conftest import TOPICS, Folder


def known(file: str, **failures: str) -> Known:
    """A misconception that fails at these tests: `A_a` is `A::a`."""
    return Known(file, file.title(), "Why.", {test.replace("_", "::"): failing for test, failing in failures.items()})


def named(seen: dict[str, str], *collection: Known) -> list[tuple[set[str], list[str]]]:
    """The tests that are explained, and by which."""
    failures = {test.replace("_", "::"): failing for test, failing in seen.items()}
    return [(set(match.tests), [one.file for one in match.known]) for match in matches(failures, collection)]


def test_a_failure_is_looked_up_by_itself() -> None:
    assert named({"A_a": "x"}, known("late", A_a="x"), known("early", A_a="y")) == [({"A::a"}, ["late"])]


def test_several_mistakes_are_several_names_and_first_the_one_that_explains_most() -> None:
    seen = {"A_a": "x", "A_b": "y", "B_c": "z", "B_d": "w"}
    collection = known("late", A_a="x"), known("early", A_b="y", B_c="z", B_d="w"), known("never", B_d="w")

    assert named(seen, *collection) == [({"A::b", "B::c", "B::d"}, ["early"]), ({"A::a"}, ["late"])]


def test_the_one_that_does_nothing_else_is_the_better_of_two() -> None:
    assert named({"A_a": "x", "A_b": "?"}, known("wide", A_a="x", A_b="y"), known("late", A_a="x")) == [
        ({"A::a"}, ["late"])
    ]


@pytest.mark.parametrize(("twins", "told"), [(2, True), (3, True), (4, False)])
def test_a_few_that_fail_alike_are_named_together(twins: int, told: bool) -> None:
    collection = [known(f"late{number}", A_a="x") for number in range(twins)]

    assert named({"A_a": "x"}, *collection) == ([({"A::a"}, [one.file for one in collection])] if told else [])


def test_two_that_fail_alike_at_one_test_are_told_apart_by_another() -> None:
    late, tardy = known("late", A_a="x", A_b="y"), known("tardy", A_a="x", A_c="z")

    assert named({"A_a": "x", "A_b": "y"}, late, tardy) == [({"A::a", "A::b"}, ["late"])]
    assert named({"A_a": "x", "A_c": "z"}, late, tardy) == [({"A::a", "A::c"}, ["tardy"])]


@pytest.mark.parametrize(
    "seen",
    [
        {},  # nothing fails
        {"A_b": "x"},  # another test
        {"A_a": "y"},  # another way to fail
        {"A_a": ""},  # nothing is known of how it fails
    ],
)
def test_what_does_not_fit_is_not_guessed(seen: dict[str, str]) -> None:
    assert named(seen, known("late", A_a="x"), known("mute", A_a="")) == []


def test_another_mistake_may_change_some_of_the_failures_and_mend_few() -> None:
    late = known("late", A_a="x", A_b="y", A_c="z")

    assert named({"A_a": "x", "A_b": "?", "A_c": "?"}, late) == [({"A::a"}, ["late"])]
    assert named({"A_a": "x", "A_b": "y"}, late) == [({"A::a", "A::b"}, ["late"])]
    assert named({"A_a": "x", "A_b": "?"}, late) == []


def test_what_any_slip_causes_names_nothing_alone() -> None:
    one, two, both = known("one", A_a="~x"), known("two", A_a="~x", A_b="~y"), known("both", A_a="~x", A_b="y")

    assert named({"A_a": "~x"}, one) == []
    assert named({"A_a": "~x", "A_b": "~y"}, two) == [({"A::a", "A::b"}, ["two"])]
    assert named({"A_a": "~x", "A_b": "y"}, both) == [({"A::a", "A::b"}, ["both"])]


def test_one_failure_among_many_of_its_part_is_likely_another_matter() -> None:
    late, seen = known("late", A_a="x"), {f"A_{name}": "?" for name in "bcd"}

    assert named({"A_a": "x", **seen}, late) == []
    assert named({"A_a": "x", "A_b": "?", "A_c": "?"}, late) == [({"A::a"}, ["late"])]
    assert named({"A_a": "x", **{name.replace("A", "B"): "?" for name in seen}}, late) == [({"A::a"}, ["late"])]


def result(**failures: str) -> AttemptResult:
    tests = [
        TestResult(f"A::{name}", name, "A", "claim", "failed" if name in failures else "passed", "1")
        for name in ("a", "b", "c")
    ]
    told = [msgspec.structs.replace(test, failing=failures.get(test.name, "")) for test in tests]
    return AttemptResult("tiny", 1, "attempt.py", tuple(told))


def looks(folder: Folder, seen: AttemptResult, *collection: Known) -> tuple[Looks, ...]:
    exercise = catalog.load(folder.path / "exercises").get("tiny")
    data = msgspec.json.encode(misconceptions.Collection(exercise.suite_digest, list(collection)))
    exercise.misconceptions.write_bytes(data)
    return misconceptions.look(seen, exercise)


def test_it_is_shown_at_the_test_at_which_fewest_others_fail(tiny: Folder) -> None:
    others = known("early", A_a="p"), known("never", A_a="q", A_c="r")

    (found,) = looks(tiny, result(a="x", b="y", c="z"), known("late", A_a="x", A_b="y", A_c="z"), *others)

    assert (found.test, found.tests) == ("A::b", ("A::a", "A::b", "A::c"))
    assert [(one.name, one.explanation) for one in found.one_of] == [("Late", "Why.")]


def test_an_attempt_that_cannot_be_imported_looks_like_nothing(tiny: Folder) -> None:
    late = known("late", A_a="x")

    assert looks(tiny, result(a="x"), late)
    assert looks(tiny, msgspec.structs.replace(result(a="x"), message="no Python"), late) == ()


@pytest.mark.parametrize("topic", TOPICS)
def test_a_stranger_is_seldom_taken_for_a_known_misconception(topic: str) -> None:
    """Leaving each one out, the others keep silent about it: all but those that give the very same answers."""
    collection = misconceptions.read(catalog.load().get(topic))
    assert len(collection) >= 10

    spoken = [one.file for one in collection if _taken_for_another(one, collection)]

    assert len(spoken) <= len(collection) // 10, spoken


def _taken_for_another(one: Known, collection: list[Known]) -> bool:
    twins = [other for other in collection if other.failures == one.failures]
    return len(twins) == 1 and bool(matches(one.failures, [other for other in collection if other is not one]))


@pytest.mark.parametrize("topic", TOPICS)
def test_most_misconceptions_are_named_by_their_own_failures(topic: str) -> None:
    collection = misconceptions.read(catalog.load().get(topic))

    told = [one for one in collection if any(one in match.known for match in matches(one.failures, collection))]

    assert len(told) >= 0.9 * len(collection), [one.file for one in collection if one not in told]


SQUARES = (
    '"""Squares instead of doubling\n\nTwice two is four either way. Try three.\n\nFails: TestDouble::test_doubles\n"""'
)


@pytest.fixture
def squares(tiny: Folder) -> Folder:
    """The tiny exercise with a misconception, recorded."""
    tiny.write("exercises/tiny/wrong/squares.py", f"{SQUARES}\ndef double(n):\n    return n * n\n")
    assert tiny.run("author", "record", "--catalog", "exercises").status == 0
    return tiny


def test_check_says_it_in_both_reports(squares: Folder) -> None:
    squares.write("attempt.py", "def double(number):\n    return number**2\n")
    command = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    text, document = squares.run(*command), squares.run(*command, "--format", "json").json

    assert 'This looks like "Squares instead of doubling": Twice two is four either way.' in " ".join(text.out.split())
    (found,) = document["results"][0]["misconceptions"]
    assert [one["name"] for one in found["one_of"]] == ["Squares instead of doubling"]
    assert found["test"] in found["tests"]
    assert "TestDouble::test_doubles" in found["tests"]


def test_a_second_mistake_does_not_hide_the_first(squares: Folder) -> None:
    squares.write(
        "attempt.py", "calls = []\ndef double(n):\n    calls.append(n)\n    return n * n if len(calls) < 3 else 9\n"
    )
    command = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises", "--format", "json")

    (found,) = squares.run(*command).json["results"][0]["misconceptions"]

    assert "TestOften::test_again" not in found["tests"]
    assert found["one_of"][0]["name"] == "Squares instead of doubling"


def test_record_and_verify_say_which_would_be_named(squares: Folder) -> None:
    twin = SQUARES.replace("Squares instead", "Powers instead")
    squares.write("exercises/tiny/wrong/powers.py", f"{twin}\ndef double(n):\n    return pow(n, 2)\n")
    late = SQUARES.replace("Squares instead", "Nothing instead").replace("TestDouble::test_doubles", "TestDouble")
    squares.write("exercises/tiny/wrong/nothing.py", f"{late}\ndef double(n):\n    return 1 + 2 * n\n")

    recorded = squares.run("author", "record", "--catalog", "exercises").out
    verified = squares.run("author", "verify", "--quick", "--catalog", "exercises").out

    said = "wrong/squares.py is named together with powers.py, which fails alike"
    assert "3 misconceptions, 1 of 3 are named by themselves" in recorded
    assert said in recorded
    alike = "wrong/powers.py and wrong/squares.py fail alike, at the same tests with the same answers"
    assert alike in " ".join(verified.split())
    assert "nothing.py is" not in recorded
