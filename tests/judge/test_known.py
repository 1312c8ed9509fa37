"""What is known of a suite before an attempt comes: examples that are kept, and that its own reference passes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.catalog import load_exercise
from grader.judge.client import Judge
from grader.judge.protocol import Done, Event, Fault, Job, Judged, Record, Recorded
from grader.judge.suite.examples import Recording
from tests.conftest import TINY, Folder, check

RIGHT = b"def double(n):\n    print(n)\n    return 2 * n\n"
SUITE = "exercises/tiny/test_tiny.py"
SCENARIOS = "exercises/tiny/scenarios.py"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, without entries."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "cache/grader/judge"


@pytest.fixture
def judge(place: Path) -> Iterator[Judge]:
    with Judge() as one:
        yield one


@pytest.fixture
def exercise(tiny: Folder) -> str:
    return str(tiny.path / "exercises/tiny")


def last(judge: Judge, folder: str, **more: Any) -> Event:
    return list(judge.judge([Job(folder, "tiny.py", RIGHT, **more)]))[-1]


def afresh(folder: str, **more: Any) -> Event:
    """What another command is told, which reads the exercise anew."""
    with Judge() as one:
        return last(one, folder, **more)


def output(event: Event) -> str:
    """What the attempt printed: the examples, for it prints its arguments."""
    assert isinstance(event, Done), event
    return event.result.tests[0].output


def fault(event: Event) -> str:
    assert isinstance(event, Fault), event
    return event.message


# --- examples ---


def test_the_examples_of_any_seed_are_kept_for_the_next_command(place: Path, exercise: str) -> None:
    with Judge() as one:
        first = output(last(one, exercise, seed=7))
        kept = sorted(place.iterdir())
        times = [path.stat().st_mtime_ns for path in kept]
    with Judge() as another:
        second = output(last(another, exercise, seed=7))

    assert first == second != ""
    assert len(kept) == 2, "the recording and the mark"
    assert sorted(place.iterdir()) == kept
    assert all(path.stat().st_mtime_ns >= time for path, time in zip(kept, times, strict=True))


def test_an_attempt_is_judged_on_the_examples_that_are_kept(place: Path, exercise: str) -> None:
    """A recording with one example in the store's place of the seed's: the attempt sees that one."""
    from grader.judge.known import Known
    from grader.judge.store import Store

    what = load_exercise(Path(exercise))
    one = Recording(1, what.suite_digest, 7, {"TestDouble::test_doubles": [{"n": 777}]})
    Known(what, Store(place)).keep(one)
    with Judge() as judge:
        seen = output(last(judge, exercise, seed=7))

    assert seen == "777\n"


def test_another_suite_has_other_examples(place: Path, tiny: Folder, exercise: str) -> None:
    before = output(afresh(exercise, seed=7))
    tiny.write(SUITE, TINY[SUITE].replace("st.integers(0, 1000)", "st.integers(2000, 2001)"))
    after = output(afresh(exercise, seed=7))

    assert "2000" in after
    assert before != after


@pytest.mark.parametrize("home", ["", "/nonexistent/home"])
def test_without_a_home_a_check_is_the_same(tiny: Folder, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    result = check(tiny, TINY["solutions/tiny.py"], "--seed", "7", HOME=home)

    assert result["score"] == 4


def test_what_cannot_be_generated_is_the_suites_fault(judge: Judge, tiny: Folder, exercise: str) -> None:
    tiny.write(SUITE, TINY[SUITE].replace("n=st.integers(0, 1000)", "n=st.integers(0, 9).map(lambda n: lost + n)"))
    message = fault(last(judge, exercise))

    assert message.startswith("tiny: TestDouble::test_doubles is broken, it has no examples: test_tiny.py:")
    assert "NameError: name 'lost' is not defined" in message


# --- the reference ---


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        (
            SUITE,
            ".value == 2 * n\n\n    @pytest",
            ".value == 3 * n\n\n    @pytest",
            "test_tiny.py:14: assert attempt.doubled(n).value == 3 * n: AssertionError: ",
        ),
        (SUITE, ".value == 8", ".value == eight", "NameError: name 'eight' is not defined"),
        (SCENARIOS, "double(n)\n    return", "double(m)\n    return", "NameError: name 'm' is not defined"),
        (
            "solutions/tiny.py",
            "return n + n",
            "while n: pass\n    return 0",
            "test_tiny.py:14: assert attempt.doubled(n).value == 2 * n: the call takes longer",
        ),
        (
            "solutions/tiny.py",
            "return n + n",
            "return n +",
            "its own reference does not work: tiny.py can't be imported",
        ),
    ],
    ids=["wrong claim", "suite", "scenario", "hang", "syntax"],
)
def test_a_suite_that_its_reference_does_not_pass_judges_nobody(
    judge: Judge, tiny: Folder, exercise: str, name: str, old: str, new: str, words: str
) -> None:
    text = TINY[name].replace(old, new)
    assert text != TINY[name]
    tiny.write(name, text)

    for _ in range(2):
        message = fault(last(judge, exercise))
        assert message.startswith(("tiny: its own reference ", "tiny: TestDouble::", "tiny: TestOften::"))
        assert words in message
        assert "grader author verify tiny" in message


def test_it_is_status_3_and_no_word_of_the_learner(tiny: Folder) -> None:
    tiny.write("solutions/tiny.py", "def double(n):\n    return 0\n")
    tiny.write("attempt.py", RIGHT)
    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises")

    assert outcome.status == 3, outcome
    assert "its own reference fails TestDouble::test_doubles" in outcome.err + outcome.out


def test_an_authors_own_run_asks_for_no_reference(judge: Judge, tiny: Folder, exercise: str) -> None:
    tiny.write("solutions/tiny.py", "def double(n):\n    return 0\n")

    assert isinstance(last(judge, exercise, trial=True), Done)


def test_once_passed_is_remembered_for_that_reference(place: Path, tiny: Folder, exercise: str) -> None:
    with Judge() as one:
        assert isinstance(last(one, exercise), Done)
    marks = len(list(place.iterdir()))
    tiny.write("solutions/tiny.py", "def double(n):\n    return 0\n")
    with Judge() as one:
        assert "its own reference fails" in fault(last(one, exercise))
    tiny.write("solutions/tiny.py", TINY["solutions/tiny.py"])
    with Judge() as one:
        assert isinstance(last(one, exercise), Done)

    assert len(list(place.iterdir())) == marks


def test_the_reference_is_judged_in_silence(judge: Judge, exercise: str) -> None:
    told = list(judge.judge([Job(exercise, "tiny.py", b"def double(n):\n    return 0\n")]))

    assert [event.test.verdict for event in told if isinstance(event, Judged)] == ["failed"] * 5


def recorded(judge: Judge, folder: str) -> bytes:
    (end,) = judge.judge([Record(folder)])
    assert isinstance(end, Recorded), end
    return end.data


def test_a_recording_carries_the_mark_that_a_catalog_without_references_needs(
    judge: Judge, tiny: Folder, exercise: str
) -> None:
    tiny.write("exercises/tiny/examples.msgpack", recorded(judge, exercise))
    (tiny.path / "solutions/tiny.py").unlink()

    assert isinstance(afresh(exercise), Done)
    assert isinstance(afresh(exercise, seed=7), Done)


@pytest.mark.parametrize("change", ["no recording", "no mark", "another suite"])
def test_without_reference_and_mark_nobody_is_judged(judge: Judge, tiny: Folder, exercise: str, change: str) -> None:
    data = recorded(judge, exercise)
    if change == "no mark":
        plain = msgspec.structs.replace(msgspec.msgpack.decode(data, type=Recording), reference="")
        data = msgspec.msgpack.encode(plain)
    if change != "no recording":
        tiny.write("exercises/tiny/examples.msgpack", data)
    if change == "another suite":
        tiny.write(SUITE, TINY[SUITE] + "\n")
    (tiny.path / "solutions/tiny.py").unlink()

    assert "neither a reference nor a recording that was made with one" in fault(afresh(exercise))


def test_the_mark_of_another_reference_is_none(place: Path, tiny: Folder, exercise: str) -> None:
    with Judge() as one:
        tiny.write("exercises/tiny/examples.msgpack", recorded(one, exercise))
    tiny.write("solutions/tiny.py", "def double(n):\n    return 0\n")
    with Judge() as one:
        assert "its own reference fails" in fault(last(one, exercise))


@pytest.mark.parametrize("source", ["def double(n):\n    return 0\n", None], ids=["wrong", "none"])
def test_nothing_is_recorded_with_a_reference_that_fails(tiny: Folder, source: str | None) -> None:
    if source is None:
        (tiny.path / "solutions/tiny.py").unlink()
    else:
        tiny.write("solutions/tiny.py", source)
    outcome = tiny.run("author", "record", "tiny", "--catalog", "exercises")

    assert outcome.status == 3, outcome
    assert "reference" in outcome.err
    assert not (tiny.path / "exercises/tiny/examples.msgpack").exists()
