"""A whole exercise whose attempts are tests: they are run beside right and wrong implementations, in a real jail."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.author import attempts
from grader.author.prompt import type_all
from grader.catalog import load
from grader.judge.client import Judge
from grader.judge.protocol import Done, Job
from grader.judge.suite import examples
from grader.misconceptions import look
from grader.verdicts import AttemptResult

EXERCISE = load(Path(__file__).parents[1] / "trial" / "exercises").get("writing-tests")


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one


def judged(judge: Judge, source: bytes) -> AttemptResult:
    (*_, last) = judge.judge([Job(str(EXERCISE.folder), "writing_tests.py", source)])
    assert isinstance(last, Done), last
    return last.result


def failing(result: AttemptResult) -> set[str]:
    return {test.id for test in result.tests if test.verdict == "failed"}


def test_the_recording_is_that_of_the_suite() -> None:
    assert examples.read_recording(EXERCISE, 0) is not None


RIGHT = {"reference": EXERCISE.reference.read_bytes()} | {one.path.stem: one.source for one in attempts.right(EXERCISE)}


@pytest.mark.parametrize("name", RIGHT)
def test_right_tests_get_full_points(judge: Judge, name: str) -> None:
    result = judged(judge, RIGHT[name])

    assert (result.score, failing(result)) == (6, set())


@pytest.mark.parametrize("one", attempts.wrong(EXERCISE), ids=lambda one: one.path.stem)
def test_wrong_tests_fail_and_are_known(judge: Judge, one: attempts.Wrong) -> None:
    result = judged(judge, one.source)

    assert set(one.fails) <= failing(result)
    assert one.name in {known.name for found in look(result, EXERCISE) for known in found.one_of}


def test_the_learner_is_told_what_was_not_noticed(judge: Judge) -> None:
    source = EXERCISE.reference.read_text().replace("len(stack) == 2", "True")
    result = judged(judge, source.encode())
    (test,) = (one for one in result.tests if one.verdict != "passed")

    assert test.id == "TestWrong::test_fail[taken]"
    assert test.evidence is not None
    assert test.evidence.reason.endswith("one of these stacks alone: peek takes the item off.")
    assert test.evidence.actual == "[]"


def test_the_snippet_shows_the_same_at_a_prompt(judge: Judge) -> None:
    source = EXERCISE.reference.read_text().replace("len(stack) == 2", "True")
    (test,) = (one for one in judged(judge, source.encode()).tests if one.verdict != "passed")
    assert test.evidence is not None
    assert test.evidence.snippet is not None

    (typed,) = type_all(EXERCISE.module, source.encode(), [test.evidence.snippet])

    assert (typed.errors, typed.output.strip()) == ("", "rejected: []")


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("import os\nos._exit(0)\n", "crashed"),
        ("import time\ndef test_a(): time.sleep(1000)\n", "timed_out"),
        ("import pytest\npytest.exit('enough')\n", "failed"),
        ("def test_a(): pass\n", "failed"),
        ("def test_a(): assert False\n", "failed"),
        ("import os, shutil\ndef test_a(): shutil.rmtree(os.path.dirname(os.getcwd()))\n", "failed"),
        ("", "failed"),
    ],
    ids=["leaves", "sleeps", "exits", "passes all", "fails all", "deletes", "empty"],
)
def test_tests_that_are_none_earn_nothing(judge: Judge, source: str, verdict: str) -> None:
    result = judged(judge, source.encode())

    verdicts = {test.verdict for test in result.tests}
    assert (result.score, verdict in verdicts) == (0, True)
    assert verdicts <= {verdict, "not_run", "timed_out"}  # once it has used up what a check may take


def test_what_is_no_python_gets_one_message(judge: Judge) -> None:
    result = judged(judge, b"import stack\ndef test_a(:\n")

    assert result.message is not None
    assert result.message.startswith("writing_tests.py can't be imported (line 2: def test_a(:): SyntaxError")
    assert {test.verdict for test in result.tests} == {"not_run"}
