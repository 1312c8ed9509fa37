"""Counting in a global variable

There is one global, so all counters share it, and a new counter sets the others back. A variable of the outer
function is made anew for each counter.

Fails: TestState::test_each_counter_counts_for_itself
"""

_upcoming = 0


def make_counter(start=0, step=1):
    global _upcoming
    _upcoming = start

    def count():
        global _upcoming
        _upcoming += step
        return _upcoming - step

    return count
