"""Adding before the first answer

The first call returns start itself; the step comes between one call and the next.

Fails: TestState::test_each_counter_counts_for_itself, TestState::test_counts_far
"""


def make_counter(start=0, step=1):
    upcoming = start

    def count():
        nonlocal upcoming
        upcoming += step
        return upcoming

    return count
