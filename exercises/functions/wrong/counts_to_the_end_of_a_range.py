"""Counting through a range

A range has an end, however far away, and none can have a step of 0. A counter goes on for ever.

Fails: TestState::test_each_counter_counts_for_itself, TestState::test_counts_far
"""


def make_counter(start=0, step=1):
    numbers = iter(range(start, start + 1_000 * step, step))
    return lambda: next(numbers)
