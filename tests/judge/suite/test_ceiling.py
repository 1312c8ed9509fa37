"""A ceiling on the memory of a call: what needs more fails in words, what needs less passes, and nothing lifts it."""

from collections.abc import Callable, Iterator

import pytest

from grader.judge.client import Judge
from grader.verdicts import AttemptResult

LIST = "def run(count):\n    return sum([n * 1.5 for n in range(count)]) > 0\n"
GENERATOR = "def run(count):\n    return sum(n * 1.5 for n in range(count)) > 0\n"
UNDER = """
class TestRun:
    def test_run(self, attempt):
        assert attempt.within(memory_mb=16).one(1_000_000) is True
"""
DRAWN = """
class TestRun:
    @given(count=st.integers(1_000_000, 1_000_100))
    @example(count=1_000_000)
    def test_run(self, attempt, count):
        assert attempt.within(memory_mb=16).one(count) is True
"""
Result = Callable[..., AttemptResult]


@pytest.fixture(scope="module", params=["fork", "spawn"])
def judge(request: pytest.FixtureRequest) -> Iterator[Judge]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_JAIL", request.param)
        with Judge() as one:
            yield one


@pytest.mark.parametrize("suite", [UNDER, DRAWN], ids=["one call", "recorded examples"])
def test_what_needs_more_memory_is_told_so_and_what_needs_less_passes(result: Result, suite: str) -> None:
    (right,) = result(suite, GENERATOR).tests
    (wrong,) = result(suite, LIST).tests

    assert (right.verdict, wrong.verdict) == ("passed", "failed")
    assert wrong.evidence is not None
    assert wrong.evidence.reason == "It needed more than 16 MB of memory in this call."
    assert wrong.evidence.lines[0].source == "return sum([n * 1.5 for n in range(count)]) > 0"


def test_examples_that_are_made_as_they_run_have_the_ceiling_too(result: Result) -> None:
    suite = """
    class TestRun:
        @given(data=st.data())
        def test_run(self, attempt, data):
            count = data.draw(st.integers(1_000_000, 1_000_100))
            assert attempt.within(memory_mb=16).one(count) is True
    """
    (right,) = result(suite, GENERATOR).tests
    (wrong,) = result(suite, LIST).tests

    assert (right.verdict, wrong.verdict) == ("passed", "failed")


def test_the_call_before_and_the_call_after_have_no_ceiling(result: Result) -> None:
    suite = """
    class TestRun:
        def test_after(self, attempt):
            assert attempt.within(memory_mb=4).one(10) is True
            assert attempt.one(1_000_000) is True

        def test_before(self, attempt):
            assert attempt.one(1_000_000) is True
            assert attempt.within(memory_mb=4).one(10) is True
            assert attempt.within(memory_mb=64).one(1_000_000) is True

        def test_drawn(self, attempt):
            for limit in (4, 64, 4):
                assert attempt.within(memory_mb=limit).one(10 if limit == 4 else 1_000_000) is True
    """
    assert [test.verdict for test in result(suite, LIST, points=3).tests] == ["passed"] * 3


def test_what_one_call_leaves_behind_is_not_on_the_next_ones_account(result: Result) -> None:
    hoards = "kept = []\ndef run(count):\n    kept.append([kept, bytearray(10_000_000)])\n    return True\n"

    assert [test.verdict for test in result(DRAWN, hoards).tests] == ["passed"]


@pytest.mark.parametrize(
    "lifts",
    [
        "resource.setrlimit(resource.RLIMIT_DATA, (-1, -1))",
        "resource.setrlimit(resource.RLIMIT_DATA, (1 << 29, resource.getrlimit(resource.RLIMIT_DATA)[1]))",
        "resource.prlimit(0, resource.RLIMIT_DATA, (1 << 29, 1 << 29))",
        "gc.collect = tracemalloc.stop = lambda: None",
    ],
)
def test_an_attempt_cannot_lift_it(result: Result, lifts: str) -> None:
    tries = f"""
import contextlib, gc, resource, tracemalloc

def lift():
    with contextlib.suppress(ValueError, OSError):
        {lifts}

lift()
{LIST.replace("return", "lift(); return")}
"""
    (test,) = result(UNDER, tries).tests

    assert test.verdict == "failed"


def test_an_attempt_that_catches_it_is_still_within_it(result: Result) -> None:
    saves = """
def run(count):
    try:
        return sum([n * 1.5 for n in range(count)]) > 0
    except MemoryError:
        return sum(n * 1.5 for n in range(count)) > 0
"""
    assert [test.verdict for test in result(UNDER, saves).tests] == ["passed"]


def test_an_answer_in_which_it_ran_out_says_so(result: Result) -> None:
    suite = """
    class TestRun:
        def test_run(self, attempt):
            seen = attempt.within(memory_mb=16).one(1_000_000)
            assert seen == 3
    """
    gives = (
        LIST.replace("    return", "    try:\n        return").rstrip()
        + "\n    except MemoryError as error:\n        return error\n"
    )
    (test,) = result(suite, gives).tests

    assert test.evidence is not None
    assert test.evidence.reason == "It needed more than 16 MB of memory in this call."


def test_an_import_that_needs_more_is_that_tests_alone(result: Result) -> None:
    suite = UNDER + "    def test_free(self, attempt):\n        assert attempt.one(1) is True\n"
    first, second = result(suite, "kept = bytearray(40_000_000)\ndef run(count):\n    return True\n", points=2).tests

    assert (first.verdict, second.verdict) == ("failed", "passed")
    assert first.evidence is not None
    assert first.evidence.reason == "It needed more than 16 MB of memory in this call."


@pytest.mark.parametrize("limit", ["0", "-1", "True", "1.5", "100_000"])
def test_a_ceiling_that_is_none_is_the_authors_fault(fault: Callable[..., str], limit: str) -> None:
    said = fault(UNDER.replace("16", limit))

    assert "a ceiling is a whole number of MB up to the budget's 512" in said
