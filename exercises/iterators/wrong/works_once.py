"""Handing out itself as the iterator

An object that returns itself from __iter__ has one place for all loops, so the second loop finds nothing and
two loops take each other's numbers. Let __iter__ return a new iterator.

Fails: TestCountDown::test_begins_anew_for_each_loop,
    TestCountDown::test_loops_do_not_disturb_each_other
"""


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start < 1:
            raise StopIteration
        self.start -= 1
        return self.start + 1
