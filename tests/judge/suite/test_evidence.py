"""From the exception that ended a test to evidence that speaks of the attempt."""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import Budgets, Exercise, Manifest
from grader.jail import wire
from grader.judge.keeper.child import AttemptRaised, Stopped, Unimportable
from grader.judge.suite import evidence
from grader.judge.suite.run import Comparison, Run, ScenarioCall
from grader.verdicts import Evidence, OwnLine, Verdict

SCENARIOS = '''
def doubled(n, times=1):
    """Doubles a number."""
    from tiny import double

    return double(n, times=times)
'''


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "scenarios.py").write_text(SCENARIOS)
    return Exercise(folder, Manifest("Tiny", "Tests", 1, 1, "easy", 1, [], []))


def no_child() -> Any:
    raise AssertionError("nothing is called here")


def run(*calls: ScenarioCall, comparison: Comparison | None = None) -> Run:
    return Run(no_child, Budgets(), calls=list(calls), comparison=comparison)


ANSWER = object()
CALL = ScenarioCall("doubled", [3], {"times": 2}, ANSWER)
SNIPPET = "from tiny import double\ndouble(3, times=2)"
SHOWN = 'from tiny import double\nprint("seen:", double(3, times=2))'


def described(error: BaseException, lines: tuple[tuple[int, str, str], ...] = ()) -> wire.Error:
    lowered = wire.lower_error(error, "tiny.py")
    lowered["error"]["lines"] = [list(line) for line in lines]
    lifted = wire.lift(lowered)
    assert isinstance(lifted, wire.Error)
    return lifted


Judge = Callable[..., tuple[Verdict, Evidence | None]]


@pytest.fixture
def judge(exercise: Exercise) -> Judge:
    def judged(failure: BaseException | None, one: Run, claim: str = "It doubles.") -> tuple[Verdict, Evidence | None]:
        return evidence.judge(failure, one, exercise, claim)

    return judged


@pytest.fixture
def asserted(exercise: Exercise, judge: Judge) -> Callable[..., Evidence]:
    """The evidence for an `assert` of a suite that fails, with what was compared."""

    def evidence_of(
        body: str, comparison: Comparison | None = None, claim: str = "It doubles.", answer: Any = ANSWER, **names: Any
    ) -> Evidence:
        call = replace(CALL, answer=answer)
        exercise.suite.write_text(body)
        try:
            exec(compile(body, str(exercise.suite), "exec"), names)
        except AssertionError as failure:
            verdict, found = judge(failure, run(call, comparison=comparison), claim)
            assert (verdict, found is not None) == ("failed", True)
            assert found is not None
            return found
        raise AssertionError("the suite's assert held")

    return evidence_of


# --- how a test ended ---


def test_a_test_without_a_failure_passed(judge: Judge) -> None:
    assert judge(None, run(CALL)) == ("passed", None)


def test_a_hang_is_timed_out_and_says_which_budget(judge: Judge) -> None:
    stop = Stopped("timed_out", "the call takes longer than 2 s")

    assert judge(stop, run(CALL)) == ("timed_out", Evidence("The call takes longer than 2 s.", SNIPPET))


def test_a_crash_says_how_the_child_ended(judge: Judge) -> None:
    stop = Stopped("crashed", "it left Python with exit status 0")

    assert judge(stop, run(CALL)) == ("crashed", Evidence("It left Python with exit status 0.", SNIPPET))


@pytest.mark.parametrize("kind", [AttemptRaised, Unimportable])
def test_an_exception_is_shown_with_the_attempts_own_lines(judge: Judge, kind: type) -> None:
    error = described(KeyError("n"), ((5, "double", "half(n)"), (2, "half", "raise KeyError('n')")))

    assert judge(kind(error), run(CALL)) == (
        "failed",
        Evidence(
            reason="Your code raised KeyError.",
            snippet=SNIPPET,
            raised="KeyError: 'n'",
            lines=(OwnLine("tiny.py", 5, "half(n)"), OwnLine("tiny.py", 2, "raise KeyError('n')")),
        ),
    )


def test_what_is_not_written_yet_is_called_so(judge: Judge) -> None:
    _, why = judge(AttemptRaised(described(NotImplementedError())), run(CALL))

    assert why == Evidence("This is not written yet.", SNIPPET, raised="NotImplementedError")


def test_an_exception_of_the_attempts_own_is_named_without_its_module(judge: Judge) -> None:
    error = described(ValueError("x"))
    error.type = "tiny.RetryError"
    _, why = judge(AttemptRaised(error), run(CALL))

    assert why is not None
    assert (why.reason, why.raised) == ("Your code raised RetryError.", "RetryError: x")


def test_a_long_message_is_cut(judge: Judge) -> None:
    _, why = judge(AttemptRaised(described(ValueError("x" * 5000))), run(CALL))

    assert why is not None
    assert why.raised is not None
    assert len(why.raised) == 400


@pytest.mark.parametrize("failure", [TypeError("unhashable"), AttributeError("calls"), KeyError("calls"), ValueError()])
def test_an_answer_that_the_suite_cannot_use_is_shown_as_it_is(judge: Judge, failure: Exception) -> None:
    reason = "What came back from doubled has not the shape that was asked for."
    one = run(CALL)
    one.answer = [None]

    assert judge(failure, one) == ("failed", Evidence(reason, SNIPPET, actual="[None]"))


def test_an_answer_that_cannot_be_handed_on_says_so(judge: Judge) -> None:
    _, why = judge(wire.Unfit("an argument can't be handed to the scenario: an object"), run(CALL))

    assert why is not None
    assert "can't be handed on: an argument can't be handed to the scenario: an object" in why.reason


# --- the snippet ---


def test_the_snippet_shows_the_last_call(judge: Judge) -> None:
    _, why = judge(Stopped("crashed", "x"), run(ScenarioCall("doubled", [1], {}), ScenarioCall("doubled", [2], {})))

    assert why is not None
    assert why.snippet == "from tiny import double\ndouble(2, times=1)"


@pytest.mark.parametrize("calls", [[], [ScenarioCall("no_such_scenario", [1], {})]])
def test_without_a_scenario_there_is_no_snippet(judge: Judge, calls: list[ScenarioCall]) -> None:
    _, why = judge(Stopped("crashed", "x"), run(*calls))

    assert why == Evidence("x.")


# --- a comparison ---


def test_a_comparison_shows_expected_beside_actual(asserted: Callable[..., Evidence]) -> None:
    found = asserted("assert seen == 6", Comparison("==", 9, 6), seen=ANSWER)

    assert found == Evidence("It doubles.", SHOWN, "seen", "6", "9")


@pytest.mark.parametrize(
    ("operator", "expected"), [("==", "6"), ("<=", "<= 6"), ("not in", "not in 6"), ("is", "is 6")]
)
def test_another_operator_is_part_of_what_was_expected(
    asserted: Callable[..., Evidence], operator: str, expected: str
) -> None:
    assert asserted("assert seen == 6", Comparison(operator, 9, 6), seen=9).expected == expected


class Seen:
    """What a scenario returned, as far as the suites below look at it."""

    calls = wire.Record({"made_at": [3]})
    waits_between = 0


SEEN = Seen()


@pytest.mark.parametrize(
    ("expression", "subject"),
    [
        ("seen", "seen"),
        ("seen.waits_between", "waits between"),
        ("seen.calls['made_at']", "made at"),
        ("seen.calls['made_at'][0]", "made at[0]"),
        ("len(seen.calls)", None),
        ("sorted(seen.calls, key=str)", None),
        ("3", None),
        ("seen.waits_between + 1", None),
    ],
)
def test_the_subject_is_the_part_of_an_answer_on_the_left(
    asserted: Callable[..., Evidence], expression: str, subject: str | None
) -> None:
    found = asserted(f"assert {expression} == 'never'", Comparison("==", 1, 2), answer=SEEN, seen=SEEN)

    assert found.subject == subject


def test_an_assertion_message_is_the_reason(asserted: Callable[..., Evidence]) -> None:
    found = asserted("assert seen == 6, 'the last failure is final'", Comparison("==", 9, 6), seen=9)

    assert found.reason == "The last failure is final."


def test_of_a_long_message_the_first_line_is_the_reason(asserted: Callable[..., Evidence]) -> None:
    assert asserted("assert seen, 'First.\\nSecond.'", seen=0).reason == "First."


def test_the_message_of_an_error_that_is_raised_is_the_reason(asserted: Callable[..., Evidence]) -> None:
    body = "if seen:\n    raise AssertionError('nine is odd')"

    assert asserted(body, Comparison("==", 9, 6), seen=9).reason == "nine is odd."


def test_two_values_that_look_the_same_are_told_apart(asserted: Callable[..., Evidence]) -> None:
    found = asserted("assert seen == 1", Comparison("==", True, 1), seen=0)

    assert (found.actual, found.expected) == ("True (bool)", "1 (int)")


@pytest.mark.parametrize(
    ("claim", "reason"), [("It doubles", "It doubles."), ("Does it?", "Does it?"), ("It doubles…", "It doubles…")]
)
def test_a_reason_is_a_sentence(asserted: Callable[..., Evidence], claim: str, reason: str) -> None:
    assert asserted("assert seen", claim=claim, seen=0).reason == reason


def test_an_assertion_without_a_comparison_shows_the_claim(asserted: Callable[..., Evidence]) -> None:
    assert asserted("assert seen", seen=0) == Evidence("It doubles.", SNIPPET)


def test_the_assertion_is_found_in_a_helper_over_several_lines(asserted: Callable[..., Evidence]) -> None:
    body = textwrap.dedent("""
        def holds(waits):
            assert (
                waits
                == []
            ), "there is nothing to wait for"

        holds(seen)
    """)
    found = asserted(body, Comparison("==", [1], []), seen=ANSWER)

    assert (found.reason, found.subject) == ("there is nothing to wait for.", "waits")


def test_an_exception_that_was_compared_shows_its_lines(asserted: Callable[..., Evidence]) -> None:
    error = described(ValueError("no"), ((4, "double", "raise ValueError('no')"),))
    found = asserted("assert seen == 6", Comparison("==", error, 6), seen=9)

    assert (found.actual, found.lines) == ("ValueError('no')", (OwnLine("tiny.py", 4, "raise ValueError('no')"),))


def test_long_values_are_cut_on_both_sides(asserted: Callable[..., Evidence]) -> None:
    found = asserted("assert seen == 6", Comparison("==", "x" * 10**6, ["y" * 50] * 1000), seen=9)

    assert [len(text or "") for text in (found.actual, found.expected)] == [400, 400]
