"""What the author of a hidden suite imports."""

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.judge.suite.exact import OPERATORS
from grader.suite import at_most, scale

BOUNDS = st.tuples(st.integers(1, 300), st.integers(0, 100_000)).map(lambda pair: (pair[0], sum(pair)))


@given(bounds=BOUNDS, data=st.data())
def test_a_scale_keeps_to_its_bounds(bounds: tuple[int, int], data: st.DataObject) -> None:
    low, high = bounds

    assert low <= data.draw(scale(low, high)) <= high


@pytest.mark.parametrize("bound", [1, 64, 100])
@pytest.mark.parametrize("room", [0, 1, 1000])
def test_a_scale_reaches_both_bounds(bound: int, room: int) -> None:
    for wanted in (bound, bound + room):
        assert hypothesis.find(scale(bound, bound + room), lambda number, wanted=wanted: number == wanted) == wanted


@pytest.mark.parametrize("limit", [2_000, 5_000, 10_000, 20_000])
def test_no_limit_is_beyond_a_scale(limit: int) -> None:
    assert limit < hypothesis.find(scale(1_000, 30_000), lambda number: number > limit) <= 30_000


@pytest.mark.parametrize(
    ("counts", "holds"),
    [
        ({10: 20, 100: 200}, True),
        ({10: 21, 100: 200}, False),
        ({10: 20}, False),
        ({10: 20, 100: 200, 1000: 0}, False),
        ({10: True, 100: 200}, False),
        ({10: 1.5, 100: 200}, False),
        (20, False),
    ],
)
def test_counts_are_held_against_a_bound_for_each_size(counts: object, holds: bool) -> None:
    bound = at_most([10, 100], lambda n: 2 * n + 0.5)

    assert repr(bound) == "{10: 20, 100: 200}"
    assert (OPERATORS["<="](counts, bound) if isinstance(counts, dict) else bound >= counts) is holds
