"""What is counted and measured is what was done, at a prompt and in a judge."""

import tracemalloc
from pathlib import Path

import pytest

from grader.author.prompt import type_all
from grader.judge.client import Judge
from grader.scenario import counted, peak
from tests.scenario.conftest import judged, verdicts


def test_items_are_ordered_equal_and_hashed_like_the_values_and_each_time_is_counted() -> None:
    items, counts = counted([3, 1, 2, 1])

    assert [item.value for item in sorted(items)] == [1, 1, 2, 3]
    assert counts.comparisons >= 3
    assert (counts.equalities, counts.hashes) == (0, 0)
    assert len(set(items)) == 3
    assert (counts.equalities, counts.hashes) == (1, 4)
    before = counts.comparisons
    assert (items[0] > items[1], items[0] >= 4, items[1] <= items[3], items[0] < items[1]) == (True, False, True, False)
    assert counts.comparisons == before + 4
    assert (items[1] == 1, items[1] != items[3], repr(items)) == (True, False, "[3, 1, 2, 1]")


def test_a_peak_is_what_the_block_had_at_most_and_nothing_is_traced_after_it() -> None:
    kept = bytearray(1_000_000)
    with peak() as first:
        assert len(bytearray(3_000_000)) > len(kept)
    with peak() as second:
        sum(range(100_000))

    assert 3_000_000 <= first.bytes < 3_100_000
    assert second.bytes < 50_000
    assert not tracemalloc.is_tracing()


def test_a_peak_is_there_after_an_exception_and_within_what_is_traced_already() -> None:
    with peak() as outer:
        with pytest.raises(ZeroDivisionError), peak() as inner:
            len(bytearray(2_000_000)) / 0
        assert tracemalloc.is_tracing()

    assert inner.bytes >= 1_990_000  # what was freed meanwhile is taken off
    assert not tracemalloc.is_tracing()
    assert outer.bytes >= 0


SCENARIOS = '''
from grader.scenario import counted, peak


def dedupe(sizes):
    """Takes out what is there twice, of lists of several sizes."""
    from tiny import unique

    asked = {}
    for size in sizes:
        items, counts = counted(range(size))
        kept = unique(items + items)
        asked[size] = counts.equalities
    return {"asked": asked, "kept": [item.value for item in kept]}


def add(size):
    """Adds up a file of numbers."""
    from tiny import total

    with peak() as memory:
        result = total(str(number) for number in range(size))
    return {"bytes": memory.bytes, "total": result}
'''
SUITE = '''
from hypothesis import given, strategies as st
from grader.suite import at_most, points


class TestUnique:
    """unique"""

    @points(2)
    @given(size=st.integers(200, 300))
    def test_grows(self, attempt, size):
        """unique looks at each item once."""
        seen = attempt.dedupe([16, size])
        assert seen.kept == list(range(size))
        assert seen.asked <= at_most([16, size], lambda n: 3 * n + 10)

    @points(2)
    def test_memory(self, attempt):
        """total keeps one item at a time."""
        seen = attempt.add(50_000)
        assert seen.total == 1_249_975_000
        assert seen.bytes <= 500_000
'''
RIGHT = """
def unique(items):
    return list(dict.fromkeys(items))

def total(lines):
    return sum(map(int, lines))
"""
QUADRATIC = RIGHT.replace(
    "    return list(dict.fromkeys(items))",
    "    kept = []\n    for item in items:\n        kept += [item] if item not in kept else []\n    return kept",
)
GREEDY = RIGHT.replace("map(int, lines)", "[int(line) for line in list(lines)]")


def test_a_suite_judges_how_a_cost_grows(judge: Judge, tmp_path: Path) -> None:
    assert verdicts(judged(judge, tmp_path, SCENARIOS, SUITE, RIGHT)) == ["passed", "passed"]

    quadratic = judged(judge, tmp_path, SCENARIOS, SUITE, QUADRATIC)
    assert verdicts(quadratic) == ["failed", "passed"]
    why = quadratic.tests[0].evidence
    assert why is not None
    assert (why.subject, why.expected, why.actual) == ("asked", "<= {16: 58, 200: 610}", "{16: 240, 200: 39800}")
    (typed,) = type_all("tiny", QUADRATIC.encode(), [why.snippet or ""])
    assert typed.output == "asked: {16: 240, 200: 39800}\n"

    greedy = judged(judge, tmp_path, SCENARIOS, SUITE, GREEDY)
    assert verdicts(greedy) == ["passed", "failed"]
