"""One test at work: the `attempt` that a suite sees, over real children."""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import Budgets, Exercise, Manifest
from grader.errors import ExerciseError
from grader.jail import wire
from grader.judge.keeper import servers as jails
from grader.judge.keeper.child import AttemptRaised, Child, Stopped
from grader.judge.suite.run import Run, ScenarioCall

BUDGETS = Budgets(test_seconds=5.0)
ATTEMPT = b"seen = []\ndef add(item):\n    seen.append(item)\n    return seen\n"
SCENARIOS = b"""
import os, sys, time

def wait(seconds):
    time.sleep(seconds)

def work(seconds):
    over = time.process_time() + seconds
    while time.process_time() < over:
        pass

def add(item):
    import attempt

    return attempt.add(item)

def process():
    import attempt

    return os.getpid()

def loud(text):
    import attempt

    print(text)

def leave():
    import attempt

    os._exit(2)
"""


@pytest.fixture(scope="module")
def jail() -> Iterator[Any]:
    manifest = Manifest("Tiny", "Tests", 1, 1, "easy", 1, [], [])
    with tempfile.TemporaryDirectory() as scratches:
        one = jails.start(Exercise(Path("tiny"), manifest), Path(scratches))
        yield one
        one.close()


@pytest.fixture
def run(jail: Any) -> Iterator[Run]:
    def open_child(memory_mb: int) -> Child:
        return Child(jail.open(), wire.Load("attempt", ATTEMPT, SCENARIOS, None, memory_mb), BUDGETS)

    one = Run(open_child, BUDGETS)
    one.begin_example()
    yield one
    one.end()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_attribute_of_the_attempt_is_a_scenario(run: Run) -> None:
    assert run.attempt().add(1) == [1]


def test_arguments_may_have_names(run: Run) -> None:
    assert run.attempt().add(item=(1, 2)) == [(1, 2)]


@pytest.mark.parametrize("name", ["_add", "__wrapped__", "__iter__"])
def test_a_name_with_an_underscore_is_no_scenario(run: Run, name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(run.attempt(), name)


def test_no_child_is_opened_before_the_first_call(run: Run) -> None:
    run.attempt().fresh()

    assert run.children == [None, None]


def test_state_stays_within_an_example(run: Run) -> None:
    attempt = run.attempt()
    attempt.add(1)

    assert attempt.add(2) == [1, 2]


def test_state_is_gone_with_the_example(run: Run) -> None:
    run.attempt().add(1)
    run.begin_example()

    assert run.attempt().add(2) == [2]


def test_examples_share_a_process(run: Run) -> None:
    first = run.attempt().process()
    run.begin_example()

    assert run.attempt().process() == first


def test_a_fresh_attempt_is_another_process(run: Run) -> None:
    attempt = run.attempt()
    attempt.add(1)
    first = attempt.process()
    other = attempt.fresh()

    assert other.add(2) == [2]
    assert other.process() != first


def test_fresh_attempts_run_one_after_the_other(run: Run) -> None:
    """When the second is asked, the first is gone, and in the next example it is the other way round."""
    for _ in range(2):
        attempt = run.attempt()
        first = attempt.process()
        other = attempt.fresh()
        assert is_running(first)
        second = other.process()
        assert (is_running(first), is_running(second)) == (False, True)
        assert len([child for child in run.children if child is not None]) == 1
        run.begin_example()


def test_an_attempt_whose_process_has_ended_is_not_asked_again(run: Run) -> None:
    attempt = run.attempt()
    attempt.add(1)
    attempt.fresh().add(2)

    with pytest.raises(ExerciseError, match=r"attempt\.add of an attempt whose process has ended"):
        attempt.add(3)


def test_a_fresh_attempt_of_the_next_example_has_forgotten(run: Run) -> None:
    run.attempt().fresh().add(1)
    run.begin_example()

    assert run.attempt().fresh().add(2) == [2]


def test_calls_are_written_down_with_their_arguments(run: Run) -> None:
    attempt = run.attempt()
    attempt.add(1)
    attempt.fresh().add(item=2)

    assert run.calls == [ScenarioCall("add", [1], {}, [1]), ScenarioCall("add", [], {"item": 2}, [2])]


def test_a_new_example_forgets_the_calls(run: Run) -> None:
    run.attempt().add(1)
    run.begin_example()

    assert run.calls == []


def test_a_call_that_fails_is_written_down(run: Run) -> None:
    with pytest.raises(AttemptRaised):
        run.attempt().add()

    assert run.calls == [ScenarioCall("add", [], {})]


def test_output_of_all_children_is_joined(run: Run) -> None:
    attempt = run.attempt()
    attempt.loud("one")
    attempt.fresh().loud("two")
    run.end()

    assert run.output == "one\ntwo\n"


def test_a_run_that_is_over_time_stops_its_next_call(run: Run) -> None:
    run.end_within(0.0)

    with pytest.raises(Stopped, match="the test takes longer than 5 s"):
        run.attempt().add(1)


def test_the_judges_own_work_is_charged_to_nobody(run: Run) -> None:
    run.attempt().add(1)
    before = run.left()
    over = time.process_time() + 0.3
    while time.process_time() < over:
        pass

    assert before - run.left() < 0.01


def test_the_judges_own_work_counts_where_that_is_asked_for(run: Run) -> None:
    run.end_within(0.1)
    over = time.process_time() + 0.2
    while time.process_time() < over:
        pass

    assert run.left() == 0


def test_a_test_is_charged_for_its_calls_in_all_children(run: Run) -> None:
    attempt = run.attempt()
    for one in (attempt, attempt, attempt.fresh()):
        one.wait(0.2)
    run.start_over()
    run.begin_example()
    run.attempt().wait(0.2)

    assert 0.6 <= run.charged() < 1.4
    assert 0.6 <= 5 - run.left() < 1.4


def test_many_short_calls_use_up_the_tests_seconds(run: Run) -> None:
    attempt = run.attempt()

    def wait_often() -> None:
        for _ in range(100):
            attempt.wait(0.2)

    with pytest.raises(Stopped, match="the test takes longer than 5 s"):
        wait_often()
    assert 15 <= len(run.calls) <= 50


def test_more_seconds_are_as_many_and_a_call(run: Run) -> None:
    before = run.left()
    run.allow(1.5)

    assert run.left() - before == pytest.approx(1.5 + BUDGETS.call_seconds)


def test_what_an_attempt_uses_is_told_apart_from_what_passes(run: Run) -> None:
    attempt = run.attempt()
    attempt.wait(0.3)
    attempt.work(0.3)
    use = run.use()

    assert use.seconds >= 0.4
    assert 0.25 <= use.cpu_seconds <= use.seconds


def test_the_children_end_with_the_run(jail: Any, run: Run) -> None:
    attempt = run.attempt()
    pid = attempt.process()
    before = is_running(pid)
    run.end()
    jail.settle()

    assert (before, is_running(pid)) == (True, False)


def test_a_run_whose_child_crashed_ends(run: Run) -> None:
    with pytest.raises(Stopped, match="exit status 2"):
        run.attempt().leave()
    run.end()

    assert run.output == ""
